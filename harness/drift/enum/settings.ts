import { dirname, resolve } from 'node:path';
import { loadSettings, parseSettings, type SettingsKind } from '../support/settings.ts';
import type { Language } from '../support/source-file.ts';
import { ENUM_SETTINGS_SCHEMA } from './settings-schema.ts';

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

const ENUM_SETTINGS: SettingsKind = {
  called: 'settings of an enum check',
  schema: ENUM_SETTINGS_SCHEMA,
  page: 'specs/drift/README.md',
};

/** Reads a settings file; `root` is resolved from the folder that the file lies in. */
export function loadEnumSettings(path: string): EnumSettings {
  return rooted(loadSettings<EnumSettings>(path, ENUM_SETTINGS), dirname(resolve(path)));
}

/** The same for a text in memory, with `root` resolved from `folder`. */
export function parseEnumSettings(yaml: string, folder: string): EnumSettings {
  return rooted(parseSettings<EnumSettings>(yaml, `${folder}/settings.yaml`, ENUM_SETTINGS), folder);
}

function rooted(settings: EnumSettings, folder: string): EnumSettings {
  return { ...settings, root: resolve(folder, settings.root) };
}
