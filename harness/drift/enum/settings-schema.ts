import { LANGUAGES } from '../support/source-file.ts';

const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text } as const;
const count = { type: 'integer', minimum: 0, default: 0 } as const;

function object(required: readonly string[], properties: Readonly<Record<string, object>>) {
  return { type: 'object', additionalProperties: false, required, properties } as const;
}

/** Gives a part of the schema the words that the published schema and its page show. */
function said(description: string, schema: object) {
  return { description, ...schema };
}

/** JSON Schema of the settings of an enum check; `specs/drift/` publishes it and a page about its keys. */
export const ENUM_SETTINGS_SCHEMA = object(['version', 'name', 'root', 'migrations', 'code'], {
  version: said('layout of the file', { const: 1 }),
  name: said('how reports call what is checked', text),
  root: said('the source tree, as seen from the folder of this file', text),
  migrations: said(
    'what declares the enums, applied as its tool does: SQL in the order of its versions, of a plan or a chain, and that of functions `up` in code; the way back is left out',
    object(['folder'], {
      folder: said('where they lie, below `root`', text),
      include: said('globs below that folder; `*.up.sql` would pass over `001_x.sql`', {
        ...texts,
        default: ['**/*.{sql,py,ts,js,go}'],
      }),
    }),
  ),
  enums: said('the enums to judge; all that the migrations declare when absent', {
    type: 'array',
    minItems: 1,
    items: object(['type'], {
      type: said('name of the type in the database', text),
      carriers: said('`table.column` places that carry its values although they have another type', {
        type: 'array',
        items: { type: 'string', pattern: '^[^.]+(\\.[^.]+){1,2}$' },
      }),
      constants: said('constant lists, enums or unions in code that mirror it', {
        type: 'array',
        items: object(['name'], {
          name: said('name of the list in code', text),
          match: said('whether it has all values, or some of them', {
            enum: ['equal', 'subset'],
            default: 'equal',
          }),
        }),
      }),
      unused: said('values that no code here is seen to use, each with the reason', {
        type: 'array',
        items: object(['value', 'reason'], {
          value: said('the value', { type: 'string' }),
          reason: said('who uses it', text),
        }),
      }),
    }),
  }),
  code: said(
    'the code that uses the enums',
    object(['include'], {
      include: said('globs below `root`', { ...texts, minItems: 1 }),
      exclude: said('globs of what is left out of these', { ...texts, default: [] }),
      languages: said('only files of these languages', {
        type: 'array',
        minItems: 1,
        items: { enum: LANGUAGES },
      }),
      tests: said('whether test files are read too: they hold wrong values on purpose', {
        type: 'boolean',
        default: false,
      }),
      skipFolders: said('names of folders that are never entered, instead of the usual ones', texts),
    }),
  ),
  wire: said(
    'recorded exchanges that show the enums',
    object(['folder', 'files', 'fields'], {
      folder: said('where they lie, below `root`', text),
      files: said('globs below that folder: JSON or NDJSON', { ...texts, minItems: 1 }),
      fields: said('where a body shows an enum', {
        type: 'array',
        minItems: 1,
        items: object(['enum', 'path', 'side'], {
          enum: said('name of the type in the database', text),
          path: said('members of the JSON body: `status`, `*.status`, `**.status`', text),
          side: said('which body', { enum: ['request', 'response'] }),
          url: said('only exchanges whose URL matches this regular expression', text),
        }),
      }),
    }),
  ),
  limits: said('what a check may leave open; more makes it inconclusive', {
    ...object([], {
      unresolved: said('values and statements that could not be resolved', count),
      unread: said('files that could not be read or parsed', count),
    }),
    default: {},
  }),
});
