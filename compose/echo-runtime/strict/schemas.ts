import { readFileSync } from 'node:fs';
import type { Ajv, ErrorObject } from 'ajv';
import { seam } from '../../seam.ts';
import { METHODS, type Protocol } from './protocol.ts';
import { brokenRequirement } from './required.ts';
import type { Violation } from './violation.ts';

/** Every runtime in the field accepts a 0.3 message without its `kind`; the schema alone would not. */
const ACCEPT_MESSAGE_WITHOUT_KIND = true;

/** Checks params against a definition of one protocol's schema; `undefined` when they are in order. */
export type Validate = (definition: string, params: unknown, protocol: Protocol) => Violation | undefined;

const FILES: Readonly<Record<Protocol, string>> = { '0.3': 'a2a-0.3.json', '1.0': 'a2a-1.0.json' };

/**
 * Compiles the schemas in `directory`, so that a missing file or definition is known at boot and not in a case.
 * Beyond the schema it asks for a non-empty `parts` and for the members that 1.0 requires.
 */
export async function validatorFrom(directory: string): Promise<Validate> {
  const { Ajv } = await import('ajv');
  const compiler = () =>
    new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false, validateSchema: false });
  const checks = {
    '0.3': compile(compiler(), directory, '0.3'),
    '1.0': compile(compiler(), directory, '1.0'),
  };
  return seam('runtime.validate', (definition, params, protocol) => {
    const check = checks[protocol].get(definition);
    if (!check) throw new Error(`no schema definition ${definition} for A2A ${protocol}`);
    return check(withKind(params, protocol)) ?? brokenRequirement(definition, params, protocol);
  });
}

type Check = (params: unknown) => Violation | undefined;

function compile(ajv: Ajv, directory: string, protocol: Protocol): ReadonlyMap<string, Check> {
  const file = `${directory}/${FILES[protocol]}`;
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  const base = schema.$id ?? file;
  ajv.addSchema(schema, base);
  const checks = new Map<string, Check>();
  for (const { definition } of METHODS[protocol].values()) {
    if (definition === undefined || checks.has(definition)) continue;
    const validate = ajv.getSchema(`${base}#/definitions/${definition}`);
    if (!validate) throw new Error(`${file} has no definition ${definition}`);
    checks.set(definition, (params) => (validate(params) ? undefined : violationOf(validate.errors)));
  }
  return checks;
}

/** The deepest error is the telling one: the others say which branch of a union did not fit either. */
function violationOf(errors: readonly ErrorObject[] | null | undefined): Violation {
  const [first, ...rest] = errors ?? [];
  const deepest = rest.reduce((best, error) => (depthOf(error) > depthOf(best) ? error : best), first);
  return { path: deepest?.instancePath ?? '', reason: deepest?.message ?? 'does not fit the schema' };
}

function depthOf(error: ErrorObject | undefined): number {
  return error?.instancePath.split('/').length ?? 0;
}

function withKind(params: unknown, protocol: Protocol): unknown {
  if (!ACCEPT_MESSAGE_WITHOUT_KIND || protocol !== '0.3' || !isObject(params)) return params;
  const { message } = params;
  if (!isObject(message) || Object.hasOwn(message, 'kind')) return params;
  return { ...params, message: { ...message, kind: 'message' } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
