import { POLICY_KEYS } from './keys.ts';

const NAMES = Object.keys(POLICY_KEYS);

/** The published form of a policy file. */
export const POLICY_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://assay.dev/schemas/policy.schema.json',
  title: 'What a promotion demands',
  type: 'object',
  required: ['formatVersion'],
  properties: {
    formatVersion: { const: 1 },
    ...Object.fromEntries(
      Object.entries(POLICY_KEYS).map(([name, { description, schema }]) => [
        name,
        { description, ...schema },
      ]),
    ),
    mayLoosen: {
      description: 'keys of this file that a later layer may loosen',
      type: 'array',
      items: { enum: NAMES },
    },
  },
  additionalProperties: false,
};

/** All keys that a file may have. */
export const FILE_KEYS: readonly string[] = Object.keys(POLICY_SCHEMA.properties);

/** The keys as rows of a Markdown table, each with its default and meaning. */
export function policyKeyTable(): string {
  const rows = Object.entries(POLICY_KEYS).map(
    ([name, { description, default: value }]) =>
      `| \`${name}\` | ${value === undefined ? '' : `\`${JSON.stringify(value).replaceAll('"', '')}\``} | ${description} |`,
  );
  return ['| key | default | meaning |', '|---|---|---|', ...rows].join('\n');
}
