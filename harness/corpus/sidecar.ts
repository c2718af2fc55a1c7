import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { closest } from 'fastest-levenshtein';
import { inProject } from '../support/paths.ts';
import type {
  AgentSetup,
  Caller,
  Expectation,
  Family,
  Fill,
  NamedRevision,
  Restart,
  Return,
  RuntimeId,
  Variant,
} from './entry.ts';
import type { CorpusProblem, Rule } from './problem.ts';
import { readYaml } from './yaml-text.ts';

/** The sidecar format that this version reads and writes. */
export const FORMAT_VERSION = 1;

/** One request as a sidecar states it, before defaults. */
export interface SidecarStep {
  readonly headers?: Readonly<Record<string, string>>;
  readonly fill?: readonly Fill[];
  readonly expect: Expectation;
  readonly variants?: readonly Variant[];
  readonly capture?: Readonly<Record<string, string>>;
  readonly hangUp?: true;
  readonly restart?: Restart;
}

/** A sidecar as written, valid by `corpus/schemas/sidecar.schema.json`; it has either `expect` or `steps`. */
export interface Sidecar extends Partial<Omit<SidecarStep, 'capture' | 'hangUp' | 'restart'>> {
  readonly formatVersion: typeof FORMAT_VERSION;
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly clause: string;
  readonly since: string;
  readonly source: string;
  readonly why: string;
  readonly route?: 'platform' | 'direct';
  readonly runtimes?: readonly RuntimeId[];
  readonly revisions?: readonly NamedRevision[];
  readonly rule?: string;
  readonly agent?: AgentSetup;
  readonly returns?: readonly Return[];
  readonly caller?: Caller;
  readonly steps?: readonly SidecarStep[];
}

export type ParsedSidecar = { readonly sidecar: Sidecar } | { readonly problems: readonly CorpusProblem[] };

/** Reads the text of one sidecar; whatever is wrong with it comes back as problems that name `file`. */
export function parseSidecar(text: string, file: string): ParsedSidecar {
  const read = readYaml(text);
  if ('fault' in read) return refuse(file, 'yaml', read.fault, 'Mend the YAML at the place named.');
  const { value } = read;
  const version = versionProblem(value, file);
  if (version) return { problems: [version] };
  isSidecar ??= compileSchema();
  if (isSidecar(value)) return { sidecar: value };
  return { problems: (isSidecar.errors ?? []).slice(0, 1).map((error) => schemaProblem(error, file)) };
}

let isSidecar: ValidateFunction<Sidecar> | undefined;

/** The schema is ours and has a test of its own, so it is not held against that of all schemas once more. */
function compileSchema(): ValidateFunction<Sidecar> {
  const text = readFileSync(inProject('corpus/schemas/sidecar.schema.json'), 'utf8');
  return new Ajv({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
    verbose: true,
    validateSchema: false,
  }).compile<Sidecar>(JSON.parse(text));
}

function versionProblem(value: unknown, file: string): CorpusProblem | undefined {
  const found: unknown =
    value !== null && typeof value === 'object' ? Reflect.get(value, 'formatVersion') : undefined;
  if (found === FORMAT_VERSION) return undefined;
  return {
    file,
    rule: 'format-version',
    message: `formatVersion is ${found === undefined ? 'missing' : JSON.stringify(found)}; this version of Assay supports ${FORMAT_VERSION}`,
    fix: `Write \`formatVersion: ${FORMAT_VERSION}\`, after bringing the sidecar to the format in corpus/README.md.`,
  };
}

function schemaProblem(error: ErrorObject, file: string): CorpusProblem {
  const place = error.instancePath === '' ? 'the sidecar' : error.instancePath;
  if (error.keyword === 'additionalProperties') return unknownKey(error, place, file);
  const found =
    error.data === undefined || typeof error.data === 'object' ? '' : `, found ${JSON.stringify(error.data)}`;
  const allowed = error.keyword === 'enum' ? ` (${JSON.stringify(error.params.allowedValues)})` : '';
  return {
    file,
    rule: 'schema',
    message: `${place}: ${error.message ?? error.keyword}${allowed}${found}`,
    fix: 'Bring the field to the form that corpus/schemas/sidecar.schema.json describes.',
  };
}

function unknownKey(error: ErrorObject, place: string, file: string): CorpusProblem {
  const key = String(error.params.additionalProperty);
  const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
  return {
    file,
    rule: 'unknown-key',
    message: `${place}: unknown key \`${key}\``,
    fix:
      known.length > 0
        ? `Did you mean \`${closest(key, known)}\`? Known keys: ${known.join(', ')}.`
        : 'Remove it.',
  };
}

function refuse(file: string, rule: Rule, message: string, fix: string): ParsedSidecar {
  return { problems: [{ file, rule, message, fix }] };
}
