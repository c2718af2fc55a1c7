import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describeError, UsageError } from '../../harness/support/errors.ts';
import { judgeOf } from './ours.ts';
import { type Judge, type Judges, VERSIONS, type Version } from './versions.ts';

/** File names of the A2A project's own schemas, one per version of ours. */
export const OFFICIAL_FILES = {
  '0.2': 'a2a-0.2.6.json',
  '0.3': 'a2a-0.3.0.json',
  '1.0': 'a2a-1.0.1.json',
} as const satisfies Record<Version, string>;

/** Compiles the A2A project's schemas from `folder`; a file that is missing or no schema is a UsageError. */
export function officialJudges(folder: string): Judges {
  const judges = VERSIONS.map(
    (version) => [version, compile(version, readOfficial(folder, version))] as const,
  );
  return Object.fromEntries(judges) as Record<Version, Judge>;
}

interface Official {
  readonly definitions: Readonly<Record<string, unknown>>;
}

function readOfficial(folder: string, version: Version): Official {
  const file = `${folder}/${OFFICIAL_FILES[version]}`;
  if (!existsSync(file)) throw badFolder(folder, `${file} is not there`);
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isOfficial(parsed)) return parsed;
  } catch (error) {
    throw badFolder(folder, `${file} cannot be read as JSON: ${describeError(error).split('\n')[0]}`);
  }
  throw badFolder(folder, `${file} has no \`definitions\``);
}

function isOfficial(parsed: unknown): parsed is Official {
  if (typeof parsed !== 'object' || parsed === null || !('definitions' in parsed)) return false;
  return typeof parsed.definitions === 'object' && parsed.definitions !== null;
}

function badFolder(folder: string, message: string): UsageError {
  return new UsageError({
    code: 'OFFICIAL_SCHEMAS_MISSING',
    message,
    fix:
      `Put ${Object.values(OFFICIAL_FILES).join(', ')} into ${folder}: ` +
      'specification/json/a2a.json of github.com/a2aproject/A2A at tags v0.2.6 and v0.3.0, ' +
      'and spec/a2a.json as published with version 1.0.1.',
  });
}

function compile(version: Version, official: Official): Judge {
  const options = { strict: true, allowUnionTypes: true, allErrors: true };
  if (version === '1.0') {
    const ajv = new Ajv2020(options);
    addFormats.default(ajv);
    return judgesIn(ajv, repaired(official), '$defs');
  }
  return judgesIn(new Ajv(options), { definitions: official.definitions }, 'definitions');
}

function judgesIn(ajv: Ajv | Ajv2020, schema: AnySchema, key: '$defs' | 'definitions'): Judge {
  ajv.addSchema(schema, 'official');
  const names = Object.keys((schema as Record<string, object>)[key] ?? {});
  return judgeOf(names, (name) => ajv.getSchema(`official#/${key}/${name}`));
}

/**
 * The published 1.0.1 bundle does not compile: its references point to files that are not part of it, its
 * names have spaces, and it uses keywords that do not exist. This repairs the wiring and changes no rule.
 */
function repaired(official: Official): AnySchema {
  const entries = Object.entries(official.definitions);
  return {
    $defs: Object.fromEntries(entries.map(([name, schema]) => [name.replaceAll(' ', ''), rewired(schema)])),
  };
}

function rewired(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rewired);
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.entries(node).filter(([key]) => key !== '$schema');
  return Object.fromEntries(
    members.map(([key, value]) => [key, key === '$ref' ? inBundle(String(value)) : rewired(value)]),
  );
}

function inBundle(reference: string): string {
  const name = reference
    .replace(/\.jsonschema\.json$/, '')
    .split('.')
    .at(-1);
  return `#/$defs/${name}`;
}
