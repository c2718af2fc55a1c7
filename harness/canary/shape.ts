import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { nearest } from '../support/nearest.ts';
import { inProject } from '../support/paths.ts';
import { wrong } from './problem.ts';

/** A canary as written, once its shape has been checked. */
export interface CanaryDocument {
  readonly name: string;
  readonly title: string;
  readonly needs?: readonly string[];
  readonly turns: readonly ItemDocument[];
}

export type ItemDocument =
  | TurnDocument
  | { readonly step: 'restart' | 'new_context' | 'cancel' }
  | { readonly together: readonly TurnDocument[] };

export interface TurnDocument {
  readonly user?: string;
  readonly files?: readonly { readonly name: string; readonly type?: string; readonly text: string }[];
  readonly context?: string;
  readonly ids?: 'client' | 'issued' | 'none';
  readonly continues?: string;
  readonly begin?: true;
  readonly drop_connection?: true;
  readonly repeat?: number;
  readonly capture?: Readonly<Record<string, string>>;
  readonly expect: ExpectDocument;
}

export interface ExpectDocument {
  readonly contains?: readonly string[];
  readonly not_contains?: readonly string[];
  readonly matches?: readonly string[];
  readonly schema?: object;
  readonly state?: string;
  readonly deadline?: string;
  readonly refusal?: 'allowed' | 'required';
  readonly prompt?: 'each-turn-once';
}

const SCHEMA = 'canaries/schema/canary.schema.json';

/**
 * Narrows parsed YAML to a canary. Throws `UsageError` that names the file, the place in it, and the nearest known key.
 * Each thing of `turns` is held against the one form that its keys show, or every error would be one of all forms.
 */
export function checkShape(file: string, document: unknown): CanaryDocument {
  if (!isMapping(document)) throw wrong(file, '', 'the top level is not a mapping of keys', HOW);
  const { turns, ...head } = document;
  if (!Array.isArray(turns) || turns.length === 0)
    throw wrong(file, '', '`turns` is missing, no list, or empty', 'Write at least one turn.');
  check(file, '', 'canary', { ...head, turns: [PLAIN_STEP] });
  for (const [at, item] of turns.entries()) checkItem(file, `turns[${at + 1}]`, item);
  return document as unknown as CanaryDocument;
}

const HOW = `canaries/README.md tells how one is written, ${SCHEMA} what it may have.`;
/** Stands for turns that are looked at one by one. */
const PLAIN_STEP = { step: 'new_context' };

function checkItem(file: string, where: string, item: unknown): void {
  if (!isMapping(item)) throw wrong(file, where, 'is not a mapping of keys', HOW);
  if ('step' in item) check(file, where, 'step', item);
  else if ('together' in item) checkTogether(file, where, item);
  else checkTurn(file, where, item);
}

function checkTogether(file: string, where: string, item: Record<string, unknown>): void {
  const { together } = item;
  if (!Array.isArray(together)) throw wrong(file, where, '`together` is no list of turns', HOW);
  check(file, where, 'together', { ...item, together: together.map(() => PLAIN_TURN) });
  for (const [at, turn] of together.entries()) checkTurn(file, `${where}.together[${at + 1}]`, turn);
}

const PLAIN_TURN = { user: 'x', expect: { state: 'completed' } };

function checkTurn(file: string, where: string, turn: unknown): void {
  if (isMapping(turn) && !hasOracle(turn.expect))
    throw wrong(
      file,
      where,
      'the turn has no oracle, so it could not fail',
      'Add `expect` with `contains`, `not_contains`, `matches`, `schema`, `state` or `refusal`.',
    );
  check(file, where, 'turn', turn);
}

/** A deadline says nothing of what the agent answers, and neither does leave to refuse. */
function hasOracle(expect: unknown): boolean {
  if (!isMapping(expect)) return false;
  return Object.keys(expect).some(
    (key) => key !== 'deadline' && !(key === 'refusal' && expect.refusal === 'allowed'),
  );
}

function check(file: string, where: string, form: Form, value: unknown): void {
  const validate = validatorOf(form);
  if (validate(value)) return;
  throw shapeError(file, where, validate.errors ?? []);
}

type Form = 'canary' | 'turn' | 'step' | 'together';
let ajv: Ajv | undefined;

function validatorOf(form: Form): ValidateFunction {
  ajv ??= new Ajv({ verbose: true, strict: true, strictRequired: false, validateSchema: false }).addSchema(
    JSON.parse(readFileSync(inProject(SCHEMA), 'utf8')),
    'canary',
  );
  const validate = ajv.getSchema(form === 'canary' ? 'canary' : `canary#/definitions/${form}`);
  if (validate) return validate;
  throw new Error(`${SCHEMA} does not define ${form}.`);
}

function shapeError(file: string, where: string, errors: readonly ErrorObject[]) {
  const error = errors.find(({ keyword }) => keyword === 'additionalProperties') ?? errors[0];
  const path = error?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  const place = [where, path].filter((each) => each !== '').join('.');
  switch (error?.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty);
      const known = Object.keys(Object(error.parentSchema?.properties));
      const meant = nearest(key, known);
      const advice = meant ? `Did you mean \`${meant}\`? ` : '';
      return wrong(file, place, `the key \`${key}\` is unknown`, `${advice}Known here: ${known.join(', ')}.`);
    }
    case 'required':
      return wrong(file, place, `the key \`${error.params.missingProperty}\` is missing`, 'Add it.');
    case 'enum':
      return wrong(
        file,
        place,
        'is none of the known values',
        `Use one of ${error.params.allowedValues.join(', ')}.`,
      );
    default:
      return wrong(file, place, error?.message ?? 'is wrong', HOW);
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
