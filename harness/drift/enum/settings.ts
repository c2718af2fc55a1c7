import { dirname, resolve } from 'node:path';
import { loadSettings, parseSettings } from '../support/settings.ts';
import { LANGUAGES, type Language } from '../support/source-file.ts';

/** Settings of one enum check, as a file under `specs/drift/` gives them; `root` is absolute once loaded. */
export interface EnumSettings {
  readonly version: 1;
  readonly name: string;
  readonly root: string;
  readonly migrations: { readonly folder: string; readonly include: readonly string[] };
  /** The enums to judge; all that the migrations declare when absent. */
  readonly enums?: readonly EnumSubject[];
  readonly code: CodeSettings;
  readonly wire?: WireSettings;
  /** More than this many makes the check inconclusive. */
  readonly limits: { readonly unresolved: number; readonly unread: number };
}

export interface EnumSubject {
  readonly type: string;
  /** `table.column` places that carry the values although their type does not say so. */
  readonly carriers?: readonly string[];
  readonly constants?: readonly ConstantList[];
  /** Values that are declared for somebody else's code. */
  readonly unused?: readonly { readonly value: string; readonly reason: string }[];
}

/** A typed constant list, enum, union or array in code that mirrors the database's enum. */
export interface ConstantList {
  readonly name: string;
  readonly match: 'equal' | 'subset';
}

export interface CodeSettings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly languages?: readonly Language[];
  /** Test files are left out by default: they hold wrong values on purpose. */
  readonly tests: boolean;
  readonly skipFolders?: readonly string[];
}

export interface WireSettings {
  readonly folder: string;
  readonly files: readonly string[];
  readonly fields: readonly WireField[];
}

/** Where recorded exchanges show an enum: `path` walks the JSON body (`status`, `*.status`, `**.status`). */
export interface WireField {
  readonly enum: string;
  readonly path: string;
  readonly side: 'request' | 'response';
  readonly url?: string;
}

const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', items: text } as const;
const count = { type: 'integer', minimum: 0, default: 0 } as const;

function object(required: readonly string[], properties: object): object {
  return { type: 'object', additionalProperties: false, required, properties };
}

const SCHEMA = object(['version', 'name', 'root', 'migrations', 'code'], {
  version: { const: 1 },
  name: text,
  root: text,
  migrations: object(['folder'], { folder: text, include: { ...texts, default: ['**/*.sql'] } }),
  enums: {
    type: 'array',
    minItems: 1,
    items: object(['type'], {
      type: text,
      carriers: { type: 'array', items: { type: 'string', pattern: '^[^.]+(\\.[^.]+){1,2}$' } },
      constants: {
        type: 'array',
        items: object(['name'], { name: text, match: { enum: ['equal', 'subset'], default: 'equal' } }),
      },
      unused: {
        type: 'array',
        items: object(['value', 'reason'], { value: { type: 'string' }, reason: text }),
      },
    }),
  },
  code: object(['include'], {
    include: { ...texts, minItems: 1 },
    exclude: { ...texts, default: [] },
    languages: { type: 'array', minItems: 1, items: { enum: LANGUAGES } },
    tests: { type: 'boolean', default: false },
    skipFolders: texts,
  }),
  wire: object(['folder', 'files', 'fields'], {
    folder: text,
    files: { ...texts, minItems: 1 },
    fields: {
      type: 'array',
      minItems: 1,
      items: object(['enum', 'path', 'side'], {
        enum: text,
        path: text,
        side: { enum: ['request', 'response'] },
        url: text,
      }),
    },
  }),
  limits: { ...object([], { unresolved: count, unread: count }), default: {} },
});

/** Reads a settings file; `root` is resolved from the folder that the file lies in. */
export function loadEnumSettings(path: string): EnumSettings {
  return rooted(loadSettings<EnumSettings>(path, SCHEMA), dirname(resolve(path)));
}

/** The same for a text in memory, with `root` resolved from `folder`. */
export function parseEnumSettings(yaml: string, folder: string): EnumSettings {
  return rooted(parseSettings<EnumSettings>(yaml, `${folder}/settings.yaml`, SCHEMA), folder);
}

function rooted(settings: EnumSettings, folder: string): EnumSettings {
  return { ...settings, root: resolve(folder, settings.root) };
}
