import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { distance } from 'fastest-levenshtein';
import { LineCounter, parseDocument } from 'yaml';
import { UsageError } from '../../support/errors.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, useDefaults: true, validateSchema: false });

/** Reads a YAML settings file and checks it against a JSON schema, filling defaults; every error names the file and the place. */
export function loadSettings<T>(path: string, schema: object): T {
  return parseSettings<T>(readOrRefuse(path), path, schema);
}

/** The same for a text that is already in memory; `path` is only for the messages. */
export function parseSettings<T>(text: string, path: string, schema: object): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken) {
    const place = broken.linePos?.[0];
    throw refusal(path, [`${place ? `line ${place.line}, column ${place.col}: ` : ''}${broken.message}`]);
  }
  const settings: unknown = document.toJS();
  const validate = ajv.compile(schema);
  if (!validate(settings))
    throw refusal(
      path,
      (validate.errors ?? []).map((error) => describe(error, schema)),
    );
  return settings as T;
}

function readOrRefuse(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError({
      code: 'DRIFT_SETTINGS_MISSING',
      message: `The drift settings ${path} cannot be read.`,
      fix: 'Correct the path.',
      cause,
    });
  }
}

function refusal(path: string, details: readonly string[]): UsageError {
  return new UsageError({
    code: 'DRIFT_SETTINGS_INVALID',
    message: `The drift settings ${path} are not valid.`,
    details,
    fix: 'Correct the lines above; specs/drift/README.md describes the keys.',
  });
}

function describe(error: ErrorObject, schema: object): string {
  const place = error.instancePath === '' ? 'the top' : error.instancePath.slice(1).replaceAll('/', '.');
  if (error.keyword !== 'additionalProperties') return `${place}: ${error.message ?? error.keyword}`;
  const key = String(error.params.additionalProperty);
  const nearest = nearestName(key, propertyNames(schema, error.schemaPath));
  return `${place}: unknown key ‘${key}’${nearest === undefined ? '' : `, did you mean ‘${nearest}’?`}`;
}

function propertyNames(schema: object, schemaPath: string): readonly string[] {
  const steps = schemaPath.replace(/^#\//, '').split('/').slice(0, -1);
  let at: unknown = schema;
  for (const step of steps) at = isObject(at) ? at[step.replaceAll('~1', '/')] : undefined;
  const properties = isObject(at) ? at.properties : undefined;
  return isObject(properties) ? Object.keys(properties) : [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The candidate closest to `name`, if any is close enough to be what was meant. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: distance(name, candidate) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best && best.edits <= Math.max(2, Math.floor(name.length / 2)) ? best.candidate : undefined;
}
