import { compileFault } from '../patterns/compile-fault.ts';
import { type NameSource, SOURCE_KEYS } from './name-source.ts';
import { type Pattern, patternText } from './pattern.ts';
import type { RawRule, RawSides } from './raw.ts';
import type { RuleKind } from './rule.ts';
import { KIND_SCHEMAS } from './schema.ts';

const KINDS = Object.keys(KIND_SCHEMAS) as readonly RuleKind[];
const DEMANDS = ['also', 'precededBy', 'inside', 'notInside', 'onlyIn'] as const;

/** The kind of a rule whose faults have been checked. */
export function kindOf(rule: RawRule): RuleKind {
  return KINDS.find((kind) => rule[kind] !== undefined) ?? 'absent';
}

/** What the schema cannot say: one kind for each rule, one demand for each call rule, patterns that compile. */
export function kindFaults(rule: RawRule, all: readonly RawRule[]): readonly string[] {
  const kinds = KINDS.filter((kind) => rule[kind] !== undefined);
  const [kind] = kinds;
  if (kinds.length !== 1 || kind === undefined) {
    return [`${rule.id}: needs exactly one of ${KINDS.join(', ')}, has ${kinds.join(', ') || 'none'}`];
  }
  return faultsOf(kind, rule[kind] ?? {}, all).map((fault) => `${rule.id}: ${fault}`);
}

function faultsOf(kind: RuleKind, settings: object, all: readonly RawRule[]): readonly string[] {
  const given = settings as Readonly<Record<string, unknown>>;
  if (kind === 'forbidden') return targetFaults(given);
  if (kind === 'everyFileHasALayer') return layerFaults(given.layersOf as readonly string[], all);
  if (kind === 'names') return sourceFaults(settings as RawSides);
  if (kind === 'absent') return patternFaults(given.patterns);
  if (kind !== 'calls') return [];
  const demands = DEMANDS.filter((demand) => given[demand] !== undefined);
  const wrong = demands.length === 1 ? [] : [`needs exactly one of ${DEMANDS.join(', ')}`];
  return [...wrong, ...['when', ...DEMANDS.slice(0, 4)].flatMap((key) => patternFaults(given[key]))];
}

function targetFaults({ to, modules }: Readonly<Record<string, unknown>>): readonly string[] {
  const targets = [...(to as readonly string[]), ...(modules as readonly string[])];
  return targets.length > 0 ? [] : ['forbids nothing: give `to` or `modules`'];
}

function layerFaults(ids: readonly string[], all: readonly RawRule[]): readonly string[] {
  const known = all.filter(({ layers }) => layers !== undefined).map(({ id }) => id);
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => `layersOf names ‘${id}’, which is no layers rule of this file`);
}

function sourceFaults({ left, right }: RawSides): readonly string[] {
  return [left, right].flatMap((source, index) =>
    oneSource(source).map((fault) => `${index === 0 ? 'left' : 'right'} ${fault}`),
  );
}

function oneSource(source: NameSource): readonly string[] {
  const given = SOURCE_KEYS.filter((key) => source[key] !== undefined);
  if (given.length !== 1) return [`needs exactly one of ${SOURCE_KEYS.join(', ')}`];
  if (source.values === undefined && source.files === undefined)
    return ['needs files to read the names from'];
  const texts = [source.regex, source.only, source.constants?.name];
  return [...texts.flatMap(regexFaults), ...patternFaults(source.captures)];
}

function regexFaults(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  try {
    new RegExp(text, 'u');
    return [];
  } catch (error) {
    return [`regular expression ‘${text}’ does not compile: ${String(error)}`];
  }
}

function patternFaults(patterns: unknown): readonly string[] {
  if (!Array.isArray(patterns)) return [];
  return (patterns as readonly Pattern[]).flatMap((pattern) => {
    const fault = compileFault(pattern);
    return fault === undefined ? [] : [`pattern ‘${patternText(pattern)}’ does not compile: ${fault}`];
  });
}
