import { NAME_SOURCE_SCHEMA } from './name-source.ts';
import { PATTERNS_SCHEMA } from './pattern.ts';
import { UNITS } from './rule.ts';

const text = { type: 'string', minLength: 1 } as const;
const count = { type: 'integer', minimum: 0, default: 0 } as const;
const some = { type: 'array', minItems: 1, items: text } as const;
const any = { type: 'array', items: text, default: [] } as const;
const texts = {
  type: ['object', 'string'],
  additionalProperties: { type: ['string', 'null'] },
  minProperties: 1,
} as const;

function object(required: readonly string[], properties: object): object {
  return { type: 'object', additionalProperties: false, required, properties };
}

const constant = object(['files', 'name'], { files: some, name: text, unit: { enum: UNITS } });

/** What each kind of rule may be told, by the key that names it. */
export const KIND_SCHEMAS = {
  forbidden: object(['from'], {
    from: some,
    to: any,
    modules: any,
    transitive: { type: 'boolean', default: false },
  }),
  leaf: object(['packages'], { packages: some, allow: any }),
  layers: object(['order'], {
    order: { type: 'array', minItems: 2, items: object(['name', 'paths'], { name: text, paths: some }) },
  }),
  acyclic: object(['files'], { files: some, level: { enum: ['file', 'folder'], default: 'file' } }),
  everyFileHasALayer: object(['files', 'layersOf'], { files: some, layersOf: some, apart: any }),
  calls: object(['files', 'when'], {
    files: some,
    when: PATTERNS_SCHEMA,
    also: PATTERNS_SCHEMA,
    precededBy: PATTERNS_SCHEMA,
    inside: PATTERNS_SCHEMA,
    notInside: PATTERNS_SCHEMA,
    onlyIn: some,
  }),
  absent: object(['files', 'patterns'], { files: some, patterns: PATTERNS_SCHEMA }),
  noField: object(['files', 'type', 'fields'], { files: some, type: text, fields: some }),
  smaller: object(['left', 'than'], {
    left: constant,
    than: constant,
    factor: { type: 'number', exclusiveMinimum: 0, default: 1 },
    orEqual: { type: 'boolean', default: false },
  }),
  names: object(['left', 'right'], {
    left: NAME_SOURCE_SCHEMA,
    right: NAME_SOURCE_SCHEMA,
    match: { enum: ['equal', 'subset'], default: 'equal' },
    ignore: { type: 'array', default: [], items: object(['name', 'reason'], { name: text, reason: text }) },
  }),
  size: object(['files', 'maxLines'], { files: some, maxLines: { type: 'integer', minimum: 1 } }),
} as const;

const rule = object(['id', 'reason', 'proof'], {
  id: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]*$' },
  reason: { type: 'string', minLength: 10 },
  severity: { enum: ['error', 'warning', 'note'], default: 'error' },
  ...{ allowEmpty: text, since: text, until: text },
  exceptions: {
    type: 'array',
    default: [],
    items: { ...object(['reason'], { file: text, value: text, reason: text }), minProperties: 2 },
  },
  proof: object(['good', 'bad'], {
    good: { type: 'array', minItems: 1, items: texts },
    bad: {
      type: 'array',
      minItems: 1,
      items: object(['change', 'at'], { change: texts, at: some }),
    },
  }),
  ...KIND_SCHEMAS,
});

/** JSON schema of a file of architecture rules. */
export const RULES_SCHEMA = object(['version', 'name', 'tree', 'rules'], {
  version: { const: 1 },
  name: text,
  tree: object(['include'], {
    root: text,
    include: some,
    exclude: any,
    tests: { type: 'boolean', default: false },
    skipFolders: { type: 'array', items: text },
  }),
  limits: { ...object([], { unread: count }), default: {} },
  marks: {
    type: 'array',
    default: [],
    items: { ...object(['file'], { file: text, since: text, until: text }), minProperties: 2 },
  },
  rules: { type: 'array', minItems: 1, items: rule },
});
