import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { distance } from 'fastest-levenshtein';
import { LineCounter, parseDocument } from 'yaml';
import { UsageError } from '../../support/errors.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, useDefaults: true, validateSchema: false });

/** One kind of YAML file: what messages call it, the JSON schema that it has to satisfy, and the page that describes its keys. */
export interface SettingsKind {
  readonly called: string;
  readonly schema: object;
  readonly page: string;
}

/** Reads a YAML file of a kind and checks it, filling defaults; every error names the file, the place and where to read on. */
export function loadSettings<T>(path: string, kind: SettingsKind): T {
  return parseSettings<T>(readOrRefuse(path, kind), path, kind);
}

/** The same for a text that is already in memory; `path` is only for the messages. */
export function parseSettings<T>(text: string, path: string, kind: SettingsKind): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken) {
    const place = broken.linePos?.[0];
    throw refusal(path, kind, [
      `${place ? `line ${place.line}, column ${place.col}: ` : ''}${broken.message}`,
    ]);
  }
  const settings: unknown = document.toJS();
  const validate = ajv.compile(kind.schema);
  if (!validate(settings))
    throw refusal(
      path,
      kind,
      (validate.errors ?? []).map((error) => describe(error, kind.schema)),
    );
  return settings as T;
}

function readOrRefuse(path: string, { called }: SettingsKind): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UsageError({
      code: 'DRIFT_SETTINGS_MISSING',
      message: `The ${called} ${path} cannot be read.`,
      fix: 'Correct the path.',
      cause,
    });
  }
}

function refusal(path: string, { called, page }: SettingsKind, details: readonly string[]): UsageError {
  return new UsageError({
    code: 'DRIFT_SETTINGS_INVALID',
    message: `The ${called} ${path} cannot be used as it is.`,
    details,
    fix: `Correct the lines above; ${page} describes the keys.`,
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
