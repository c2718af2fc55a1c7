import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Delivered } from '../../../corpus/entry.ts';
import { inProject } from '../../../support/paths.ts';
import { valueAt } from '../../../wire/document/pointer.ts';

type Version = Exclude<Delivered['schema'], 'none'>;

/** What is wrong with a received request by the A2A schema of that version, at most three lines; empty when valid. */
export function schemaErrors(version: Version, request: unknown): readonly string[] {
  const method = valueAt(request, '/method');
  const validate = typeof method === 'string' ? schemaOf(version).forMethod(method) : undefined;
  if (!validate)
    return [`A2A ${version} has no request with the method ${JSON.stringify(method) ?? '(missing)'}`];
  if (validate(request)) return [];
  return [...new Set((validate.errors ?? []).map(inWords))].slice(0, 3);
}

interface RequestSchemas {
  forMethod(method: string): ValidateFunction | undefined;
}

const loaded = new Map<Version, RequestSchemas>();

function schemaOf(version: Version): RequestSchemas {
  const schemas = loaded.get(version) ?? loadSchemas(version);
  loaded.set(version, schemas);
  return schemas;
}

function loadSchemas(version: Version): RequestSchemas {
  const schema = readJson(`a2a-${version}.json`);
  const definitions = valueAt(readJson('methods.json'), `/${version}`);
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema(schema as object, 'a2a');
  return {
    forMethod(method) {
      if (!Object.hasOwn(definitions as object, method)) return undefined;
      return ajv.getSchema(`a2a#/definitions/${String(Reflect.get(definitions as object, method))}`);
    },
  };
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(inProject(`corpus/schemas/a2a/${name}`), 'utf8'));
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const extra = 'additionalProperty' in params ? ` (${String(params.additionalProperty)})` : '';
  return `${instancePath === '' ? 'the request' : instancePath} ${message ?? 'is not valid'}${extra}`;
}
