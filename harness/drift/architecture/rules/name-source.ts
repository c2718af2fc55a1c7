import { PATTERNS_SCHEMA, type Pattern } from './pattern.ts';

/**
 * Where a set of names comes from. Exactly one of the keys after `files` says how to read them, so a module list,
 * a folder, a snapshot and two workflows can all be compared with each other.
 */
export interface NameSource {
  readonly files?: readonly string[];
  /** A list, set, tuple, map or slice literal with this name. */
  readonly list?: string;
  /** String constants of a type, or whose names match a regular expression. */
  readonly constants?: { readonly type?: string; readonly name?: string };
  /** The files themselves, by stem (`a/b.py` is `b`), base name or path. */
  readonly as?: 'stem' | 'name' | 'path';
  /** What `$NAME` captures in these patterns, without its quotes. */
  readonly captures?: readonly Pattern[];
  /** A place in YAML or JSON: keys of a map, items of a list, or the value; `*` stands for any step. */
  readonly key?: string;
  /** Environment variables that code reads, or that YAML, dotenv, shell and Docker files give. */
  readonly environment?: boolean;
  /** The first group of a regular expression, over the text. */
  readonly regex?: string;
  /** A snapshot in the rule itself. */
  readonly values?: readonly string[];
  /** Only names that match this regular expression count. */
  readonly only?: string;
}

/** The keys of which a source has exactly one. */
export const SOURCE_KEYS = [
  'list',
  'constants',
  'as',
  'captures',
  'key',
  'environment',
  'regex',
  'values',
] as const;

const text = { type: 'string', minLength: 1 } as const;
const texts = { type: 'array', minItems: 1, items: text } as const;

/** JSON schema of a source; that exactly one key is given is checked when the rule is read. */
export const NAME_SOURCE_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  properties: {
    files: texts,
    list: text,
    constants: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: { type: text, name: text },
    },
    as: { enum: ['stem', 'name', 'path'] },
    captures: PATTERNS_SCHEMA,
    key: text,
    environment: { const: true },
    regex: text,
    values: texts,
    only: text,
  },
} as const;
