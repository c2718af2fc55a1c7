import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { inProject } from '../../harness/support/paths.ts';
import type { SchemaNode } from './examples.ts';
import { type Judge, type Judged, type Judges, VERSIONS, type Version } from './versions.ts';

/** A schema file of ours, as far as its users need it. */
export interface SchemaFile {
  readonly $id: string;
  readonly definitions: Readonly<Record<string, SchemaNode>>;
}

/** Reads one of our schemas from `corpus/schemas/a2a`. */
export function readOurs(version: Version): SchemaFile {
  return readJson(`a2a-${version}.json`) as SchemaFile;
}

/** The definition of each method's request, per version. */
export function readMethods(): Readonly<Record<Version, Readonly<Record<string, string>>>> {
  return readJson('methods.json') as Record<Version, Record<string, string>>;
}

/** Our schemas, compiled as strictly as ajv can. */
export function ourJudges(): Judges {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
  const judges = VERSIONS.map((version) => {
    const schema = readOurs(version);
    ajv.addSchema(schema);
    const lookup = (name: string) => ajv.getSchema(`${schema.$id}#/definitions/${name}`);
    return [version, judgeOf(Object.keys(schema.definitions), lookup)] as const;
  });
  return Object.fromEntries(judges) as Record<Version, Judge>;
}

/** A judge over compiled definitions; asking for a definition that is not there throws. */
export function judgeOf(
  names: readonly string[],
  lookup: (name: string) => ValidateFunction | undefined,
): Judge {
  return {
    definitions: new Set(names),
    judge(definition, document) {
      const validate = lookup(definition);
      if (!validate) throw new Error(`no definition ${definition}`);
      return validate(document) ? { valid: true, errors: [] } : judgedInvalid(validate.errors ?? []);
    },
  };
}

function judgedInvalid(errors: readonly ErrorObject[]): Judged {
  return {
    valid: false,
    errors: errors.map(({ instancePath, keyword, message }) => ({
      pointer: instancePath,
      keyword,
      message: message ?? keyword,
    })),
  };
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(inProject(`corpus/schemas/a2a/${name}`), 'utf8'));
}
