import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { inProject } from '../support/paths.ts';
import type { Baseline } from './baseline.ts';
import type { CaseResult } from './event.ts';
import type { Report } from './report.ts';

const REPORT_ID = 'https://assay.dev/schemas/report.schema.json';

/** Checks a value; answers one line per violation, each naming the place by JSON pointer, or none. */
export type Check<Value> = (
  value: unknown,
) => { readonly value: Value } | { readonly violations: readonly string[] };

let check: Check<Report> | undefined;

/** Checks against the published form of `report.json`, which is compiled once. */
export function reportCheck(): Check<Report> {
  check ??= checkWith(compiler().compile<Report>(schemaFile('report')));
  return check;
}

/** Checks one judged case, as a suite hands it to the reporter. */
export function caseResultCheck(): Check<CaseResult> {
  const ajv = compiler().addSchema(schemaFile('report'));
  return checkWith(ajv.compile<CaseResult>({ $ref: `${REPORT_ID}#/$defs/caseResult` }));
}

/** Checks against the published form of a baseline file. */
export function baselineCheck(): Check<Baseline> {
  return checkWith(compiler().compile<Baseline>(schemaFile('baseline')));
}

/** A schema is compiled for a use or two, so without what only many repay; a test holds it against its own. */
function compiler(): Ajv2020 {
  const quick = { validateSchema: false, code: { optimize: false } };
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, ...quick });
  addFormats.default(ajv);
  return ajv;
}

function schemaFile(name: string): AnySchemaObject {
  const text = readFileSync(inProject(`harness/report/${name}.schema.json`), 'utf8');
  return JSON.parse(text) as AnySchemaObject;
}

function checkWith<Value>(validate: ValidateFunction<Value>): Check<Value> {
  return (value) => (validate(value) ? { value } : { violations: violationsOf(validate.errors ?? []) });
}

/** Without the keywords that only say that another one failed. */
function violationsOf(errors: readonly ErrorObject[]): readonly string[] {
  return errors.filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf').map(violation);
}

function violation({ instancePath, message, params }: ErrorObject): string {
  const place = instancePath || '/';
  if (typeof params.additionalProperty === 'string')
    return `${place}: unknown key "${params.additionalProperty}"`;
  if (Array.isArray(params.allowedValues))
    return `${place}: must be one of ${params.allowedValues.join(', ')}`;
  return `${place}: ${message ?? 'invalid'}`;
}
