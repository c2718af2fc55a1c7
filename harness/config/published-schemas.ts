import { CONFIG_KEYS } from './config-file.ts';
import { KINDS, type Kind, SUBJECT_KEYS, schemaOf } from './subject-keys.ts';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** What editors check `assay.config.yaml` against. */
export const CONFIG_SCHEMA = {
  $schema: DRAFT,
  title: 'Settings of Assay',
  type: 'object',
  properties: CONFIG_KEYS,
  additionalProperties: false,
};

/** What editors check a subject file against: its kind decides about its keys. */
export const SUBJECT_SCHEMA = {
  $schema: DRAFT,
  title: 'Subject of Assay',
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: KINDS } },
  allOf: KINDS.map((kind) => ({
    if: { required: ['kind'], properties: { kind: { const: kind } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: schemaOf(kind),
  })),
};

/** The keys of a subject file as rows of a Markdown table, each with its kinds, default and meaning. */
export function subjectKeyTable(): string {
  const rows = new Set(KINDS.flatMap((kind) => Object.entries(SUBJECT_KEYS[kind]).map(rowOf)));
  return ['| key | kinds | default | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function rowOf([key, schema]: readonly [string, object]): string {
  const kinds = KINDS.filter((kind) => SUBJECT_KEYS[kind][key] === schema);
  const { description, default: fallback } = schema as { description: string; default?: string };
  const told = isRequired(key, kinds) ? 'required' : fallback === undefined ? '' : `\`${fallback}\``;
  return `| \`${key}\` | ${kinds.length === KINDS.length ? 'all' : kinds.join(', ')} | ${told} | ${description} |`;
}

function isRequired(key: string, kinds: readonly Kind[]): boolean {
  return kinds.every((kind) => schemaOf(kind).required.includes(key));
}
