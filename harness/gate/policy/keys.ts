import { allowsMore, differs, isMore, joined, type Key, replaced, turnsTo } from './key.ts';
import type { Policy } from './policy.ts';

const text = { type: 'string', minLength: 1 };
const day = { type: 'string', format: 'date' };
const count = (least: number) => ({ type: 'integer', minimum: least });

function listOf(required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) {
  const properties = { ...required, ...optional };
  return {
    type: 'array',
    items: { type: 'object', required: Object.keys(required), properties, additionalProperties: false },
  };
}

/** Every key of a policy file; without a file, and without a key, the default holds. */
export const POLICY_KEYS: { readonly [Name in keyof Policy]-?: Key<Policy[Name]> } = {
  name: {
    description: 'what the policy is called in the answer',
    schema: text,
    default: 'built-in',
    merge: (lower, upper) => `${lower} + ${upper}`,
    loosens: () => false,
  },
  suites: {
    description: 'suites that must be there, each with the least number of cases judged in it',
    schema: { type: 'object', additionalProperties: count(1) },
    default: {},
    merge: (lower, upper) => ({ ...lower, ...upper }),
    loosens: (lower, upper) => Object.entries(upper).some(([suite, least]) => least < (lower[suite] ?? 0)),
  },
  notApplicable: {
    description:
      'cases that may be left out as not applicable: a list of `{case, reason}`, with a `*` also `atMost`; `planned` takes what a plan has left out for a reason of its own',
    schema: { oneOf: [{ const: 'planned' }, listOf({ case: text, reason: text }, { atMost: count(1) })] },
    default: 'planned',
    merge: (lower, upper) => (lower === 'planned' || upper === 'planned' ? upper : joined(lower, upper)),
    loosens: (lower, upper) => lower !== 'planned' && (upper === 'planned' || upper.length > 0),
  },
  changedPolicyCases: {
    description: '`refuse` holds where a recorded behaviour has changed',
    schema: { enum: ['allow', 'refuse'] },
    default: 'allow',
    merge: replaced,
    loosens: turnsTo('allow'),
  },
  waivers: {
    description: 'failures that are accepted: `{case, owner, reason, expires}`',
    schema: listOf({ case: text, owner: text, reason: text, expires: day }),
    default: [],
    merge: joined,
    loosens: allowsMore,
  },
  baseline: {
    description: 'whether failures that the subject’s own baseline expects are accepted',
    schema: { enum: ['refuse', 'accept'] },
    default: 'refuse',
    merge: replaced,
    loosens: turnsTo('accept'),
  },
  maximumAgeHours: {
    description: 'how old the run may be',
    schema: { type: 'number', exclusiveMinimum: 0 },
    default: 168,
    merge: replaced,
    loosens: isMore,
  },
  subject: {
    description: 'name of the subject that must have been judged; any when absent',
    schema: text,
    default: undefined,
    merge: replaced,
    loosens: differs,
  },
  revision: {
    description: 'contract revision that must have been judged; any when absent',
    schema: text,
    default: undefined,
    merge: replaced,
    loosens: differs,
  },
  digests: {
    description: '`named` demands `--digest` for everything that is promoted',
    schema: { enum: ['named', 'any'] },
    default: 'any',
    merge: replaced,
    loosens: turnsTo('any'),
  },
  log: {
    description: '`optional` takes a report without the log that it was made of',
    schema: { enum: ['required', 'optional'] },
    default: 'required',
    merge: replaced,
    loosens: turnsTo('optional'),
  },
  checkout: {
    description: '`clean` demands an Assay without changes beside its commit',
    schema: { enum: ['clean', 'any'] },
    default: 'clean',
    merge: replaced,
    loosens: turnsTo('any'),
  },
  commit: {
    description: 'commit of Assay that must have judged, or its beginning; any when absent',
    schema: { type: 'string', pattern: '^[0-9a-f]{7,40}$' },
    default: undefined,
    merge: replaced,
    loosens: differs,
  },
  corpus: {
    description: 'corpus that must have been replayed: `own` (of the Assay that gates), `any`, or its digest',
    schema: { type: 'string', pattern: '^(own|any|[0-9a-f]{64})$' },
    default: 'own',
    merge: replaced,
    loosens: differs,
  },
  proof: {
    description: '`none` takes a run whose gates were never proven',
    schema: { enum: ['required', 'none'] },
    default: 'required',
    merge: replaced,
    loosens: turnsTo('none'),
  },
  maximumProofAgeDays: {
    description: 'how old that proof may be',
    schema: { type: 'number', exclusiveMinimum: 0 },
    default: 30,
    merge: replaced,
    loosens: isMore,
  },
  removed: {
    description: 'cases of the last promoted run that may be gone: `{case, reason}`',
    schema: listOf({ case: text, reason: text }),
    default: [],
    merge: joined,
    loosens: allowsMore,
  },
  once: {
    description: '`true` takes each run for one promotion only; needs `--history`',
    schema: { type: 'boolean' },
    default: false,
    merge: replaced,
    loosens: turnsTo(false),
  },
  bake: {
    description:
      'green runs of the same digests since the last red, and on how many business days; needs `--history`',
    schema: {
      type: 'object',
      required: ['runs', 'businessDays'],
      properties: { runs: count(0), businessDays: count(0) },
      additionalProperties: false,
    },
    default: { runs: 0, businessDays: 0 },
    merge: replaced,
    loosens: (lower, upper) => upper.runs < lower.runs || upper.businessDays < lower.businessDays,
  },
  signers: {
    description: 'who must have signed the run: `{name, key}`, a public key as PEM or its path',
    schema: listOf({ name: text, key: text }),
    default: [],
    merge: (lower, upper) => [
      ...lower,
      ...upper.filter(({ name }) => lower.every((each) => each.name !== name)),
    ],
    loosens: (lower, upper) =>
      upper.some(({ name, key }) => lower.some((each) => each.name === name && each.key !== key)),
  },
};
