import { CAPABILITIES } from './subject-capabilities.ts';

/** The kinds of subjects that a file may declare. */
export const KINDS = ['reference', 'command', 'remote'] as const;
export type Kind = (typeof KINDS)[number];

type Keys = Readonly<Record<string, object>>;

/** Gives a key the words that the published schema and the README show. */
function said(description: string, schema: object): object {
  return { description, ...schema };
}

const text = { type: 'string', minLength: 1 };
const httpUrl = { type: 'string', pattern: '^https?://[^\\s/]+' };
const common = {
  kind: said('`reference`, our own platform; `command`, which Assay starts; `remote`, which runs elsewhere', {
    type: 'string',
  }),
  name: said('how reports call it', { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' }),
  revision: said('`R1` (2026-04-30), `R3` (2026-06-06) or a day between them', text),
  capabilities: said(`what it has, of ${CAPABILITIES.join(', ')}`, {
    type: 'array',
    uniqueItems: true,
    items: { enum: CAPABILITIES },
  }),
  baseline: said('file of its known failures', text),
};
const probed = {
  readiness: said('path that answers any 2xx once it is ready', {
    type: 'string',
    pattern: '^/\\S*$',
    default: '/health',
  }),
  readinessTimeoutMs: said('for how many milliseconds that is asked', {
    ...{ type: 'integer', minimum: 1, maximum: 600_000 },
  }),
};
const command = {
  command: said('program and arguments, with templates', {
    type: 'array',
    minItems: 1,
    items: { type: 'string' },
  }),
  cwd: said('where it runs', { ...text, default: '.' }),
  env: said('its environment, with templates', {
    type: 'object',
    propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
    additionalProperties: { type: ['string', 'number', 'boolean'] },
  }),
  adminToken: said('`{{adminToken}}` for a fresh one, the token itself, or `none` where it asks for none', {
    ...{ ...text, default: '{{adminToken}}' },
  }),
  port: said('where it listens, if it cannot be told; a free port otherwise', {
    ...{ type: 'integer', minimum: 1, maximum: 65_535 },
  }),
  database: said('`embedded`, `none`, or the URL of a PostgreSQL', {
    ...{ type: 'string', pattern: '^(embedded|none|postgres(ql)?://\\S+)$', default: 'none' },
  }),
  redis: said('`embedded` (redis-server on PATH), `none`, or the URL of a Redis', {
    ...{ type: 'string', pattern: '^(embedded|none|rediss?://\\S+)$', default: 'none' },
  }),
};
const remote = {
  url: said('the platform', httpUrl),
  adminToken: said('with `url`: `{env: NAME}`, a text for loopback URLs, or `none` where it asks for none', {
    anyOf: [
      text,
      { type: 'object', required: ['env'], properties: { env: text }, additionalProperties: false },
    ],
  }),
  agentUrl: said('an agent that takes the place of ours, instead of `url` or beside it', httpUrl),
};

/** What each kind of subject may say of itself: JSON Schemas by key. */
export const SUBJECT_KEYS: Readonly<Record<Kind, Keys>> = {
  reference: common,
  command: { ...common, ...command, ...probed },
  remote: { ...common, ...remote, ...probed },
};

const always = ['kind', 'name', 'revision', 'capabilities'];

/** JSON Schema of a subject file of this kind. */
export function schemaOf(kind: Kind) {
  return {
    type: 'object',
    required: kind === 'command' ? [...always, 'command'] : always,
    properties: SUBJECT_KEYS[kind],
    additionalProperties: false,
  };
}
