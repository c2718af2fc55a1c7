import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Family, RuntimeId, Shelf } from './entry.ts';
import type { CorpusProblem } from './problem.ts';
import { readYaml } from './yaml-text.ts';

/** `coverage.yaml`: the least the corpus must have, so that it cannot shrink unnoticed. */
export interface Coverage {
  readonly formatVersion: 1;
  readonly entries: number;
  /** Entries with a message that waits for its agent. */
  readonly later: number;
  readonly families: Readonly<Record<Family, FamilyMinimum>>;
  readonly shelves: Readonly<Record<Shelf, number>>;
  readonly lines: Readonly<Record<Exclude<RuntimeId, 'strict'>, number>>;
  /** Greatest share of entries with a `policy` expectation, 0 to 1. */
  readonly policyShare: number;
}

export interface FamilyMinimum {
  readonly entries: number;
  readonly delivered: number;
  readonly rejected: number;
}

/** `pins.yaml`: the SDK versions that the corpus was last replayed against, by package alias. */
export interface Pins {
  readonly formatVersion: 1;
  readonly replayed: string;
  readonly sdks: Readonly<Record<string, string>>;
}

/** `tombstones.yaml`: entries of `valid` that were taken out, and why. */
export interface Tombstones {
  readonly formatVersion: 1;
  readonly removed: readonly { readonly id: string; readonly reason: string; readonly date: string }[];
}

export type Read<T> = { readonly value: T } | { readonly problem: CorpusProblem };

/** Reads one of the three documents beside the shelves; whatever is wrong with it is a problem of its own rule. */
export const readCoverage = reader<Coverage>('coverage.yaml', 'coverage', () => coverageSchema);
export const readPins = reader<Pins>('pins.yaml', 'pins', () => pinsSchema);
export const readTombstones = reader<Tombstones>('tombstones.yaml', 'tombstone', () => tombstonesSchema);

function reader<T>(name: string, rule: CorpusProblem['rule'], schema: () => object) {
  let validate: ValidateFunction<T> | undefined;
  return async (folder: string): Promise<Read<T>> => {
    validate ??= new Ajv({ strict: true, strictRequired: false, validateSchema: false }).compile<T>(schema());
    const refuse = (message: string) => ({ problem: { file: name, rule, message, fix: FIX } });
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (text === undefined) return refuse('the file is missing');
    const yaml = readYaml(text);
    if ('fault' in yaml) return refuse(yaml.fault);
    const { value } = yaml;
    if (validate(value)) return { value };
    const error = validate.errors?.[0];
    const extra = error?.keyword === 'additionalProperties' ? ` \`${error.params.additionalProperty}\`` : '';
    return refuse(`${error?.instancePath || 'the document'}: ${error?.message}${extra}`);
  };
}

const FIX = 'Bring it to the form that corpus/README.md shows.';
const count = { type: 'integer', minimum: 0 };
const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const minimum = record({ entries: count, delivered: count, rejected: count });
const coverageSchema = record({
  formatVersion: { const: 1 },
  entries: count,
  later: count,
  families: record({ 'v0.1': minimum, 'v0.2': minimum, 'v0.3': minimum, '1.0': minimum }),
  shelves: record({ valid: count, invalid: count, malformed: count, sessions: count }),
  lines: record({ '0.2': count, '0.3': count, '1.x': count }),
  policyShare: { type: 'number', minimum: 0, maximum: 1 },
});
const pinsSchema = record({
  formatVersion: { const: 1 },
  replayed: date,
  sdks: { type: 'object', minProperties: 1, additionalProperties: { type: 'string' } },
});
const tombstone = record({ id: { type: 'string' }, reason: { type: 'string', minLength: 20 }, date });
const tombstonesSchema = record({
  formatVersion: { const: 1 },
  removed: { type: 'array', items: tombstone },
});

function record(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}
