import type { Change } from '../support/changed.ts';
import { byPlace, type DriftFinding, onOneLine } from '../support/finding.ts';
import { verdictOf } from '../support/report.ts';
import { scopeOf } from '../support/scope.ts';
import type { Unread } from '../support/source-tree.ts';
import { type AppliedMigrations, applyMigrations } from './catalogue/migrations.ts';
import type { EnumType } from './catalogue/sql-type.ts';
import type { CodeFacts, Unresolved } from './code/code-facts.ts';
import { type Program, programOf } from './code/program.ts';
import { scanCode } from './code/scan.ts';
import { findConstants } from './constants.ts';
import { constantDrift, liveDrift, wireDrift } from './judge-lists.ts';
import {
  placeOf,
  typingFaults,
  uncommittedInSchema,
  undeclaredInCode,
  undeclaredInSchema,
} from './judge-uses.ts';
import { confirmLive, type LiveAnswer } from './live/confirm.ts';
import { type EnumSources, loadEnumSources } from './load.ts';
import type { CheckMemory } from './memory.ts';
import { emptyReport, reasonsOf } from './reasons.ts';
import type { EnumDriftReport, UnresolvedPlace } from './report.ts';
import type { EnumSettings } from './settings.ts';
import { loadSqlParser } from './sql/parse.ts';
import { restricted, subjectsOf, withCarriers } from './subjects.ts';
import { type EnumEvidence, enumTable } from './tables.ts';
import { unusedValues } from './unused.ts';
import { readWire } from './wire.ts';

export interface EnumCheckOptions {
  /** Only these code files are judged; what their names mean is still looked up everywhere. */
  readonly changed?: Change;
  /** Values of the enums in a running database, by type name, in their order. */
  readonly liveValues?: ReadonlyMap<string, readonly string[]>;
  /** Asks a scratch database with the migrations applied about each statement. */
  readonly askLive?: (applied: AppliedMigrations, facts: CodeFacts) => Promise<LiveAnswer>;
  /** Shared by checks of the same tree. */
  readonly memory?: CheckMemory;
}

/** Checks the enums that `settings` names against the code, and whatever else is at hand. */
export async function checkEnums(
  settings: EnumSettings,
  options: EnumCheckOptions = {},
): Promise<EnumDriftReport> {
  await loadSqlParser();
  const sources = loadEnumSources(settings);
  const { memory } = options;
  const known = memory ? { ...sources, code: sources.code.map(memory.recall) } : sources;
  return checkEnumSources(settings, known, options);
}

/** The same over sources in memory; `loadSqlParser` must have been awaited. */
export async function checkEnumSources(
  settings: EnumSettings,
  sources: EnumSources,
  options: EnumCheckOptions = {},
): Promise<EnumDriftReport> {
  const schema = applyMigrations(sources.migrations, sources.unknown);
  if (schema.problems.length > 0) return emptyReport(settings, sources, schema);
  const missing = withCarriers(schema.catalogue, settings.enums ?? []);
  const program = programOf(sources.code, options.memory?.indexes);
  const judged = sources.code.filter(({ path }) => options.changed?.files.has(path) ?? true);
  const scanned = await scanCode(program, schema.catalogue, judged);
  const { facts, readings } = restricted(scanned, schema.readings, subjectsOf(schema.catalogue, settings));
  const applied: AppliedMigrations = { ...schema, readings };
  const answer = await options.askLive?.(applied, facts);
  const evidence = gather(settings, sources, applied, program, facts, options);
  const findings = confirmLive(judge(settings, applied, facts, evidence, options), answer);
  const unread = [...sources.unread, ...unparsable(program)];
  const reasons = [
    ...missing,
    ...reasonsOf({ settings, sources, applied, facts, evidence, unread, options, answer }),
  ];
  return {
    kind: 'enum',
    name: settings.name,
    verdict: verdictOf(findings, reasons),
    reasons,
    findings: [...findings].sort(byPlace),
    unread,
    ...scopeOf(options.changed, sources.code),
    tables: [...evidence.byEnum].map(([type, each]) => enumTable(applied.catalogue, type, each)),
    unresolved: facts.unresolved.map(unresolvedPlace),
    counts: {
      migrations: applied.applied.length,
      codeFiles: judged.length,
      statements: facts.preparable.length,
      literals: facts.uses.length,
      exchanges: evidence.exchanges,
      ...(answer && { prepared: answer.prepared }),
    },
  };
}

/** Everything seen of each enum under test. */
export interface Evidence {
  readonly byEnum: ReadonlyMap<EnumType, EnumEvidence>;
  readonly exchanges: number;
  readonly brokenRecordings: readonly string[];
}

function gather(
  settings: EnumSettings,
  sources: EnumSources,
  applied: AppliedMigrations,
  program: Program,
  facts: CodeFacts,
  options: EnumCheckOptions,
): Evidence {
  const wire = settings.wire && readWire(sources.recordings, settings.wire.fields);
  const byEnum = new Map<EnumType, EnumEvidence>();
  for (const { type, constants } of subjectsOf(applied.catalogue, settings)) {
    byEnum.set(type, {
      uses: facts.uses.filter((use) => use.enum === type),
      constants:
        constants.length > 0 ? constants.flatMap(({ name }) => findConstants(program, name)) : undefined,
      live: options.liveValues && (options.liveValues.get(type.name) ?? []),
      wire: wire?.values.filter((value) => value.enum === type.name),
    });
  }
  return { byEnum, exchanges: wire?.exchanges ?? 0, brokenRecordings: wire?.unreadable ?? [] };
}

function judge(
  settings: EnumSettings,
  applied: AppliedMigrations,
  facts: CodeFacts,
  evidence: Evidence,
  options: EnumCheckOptions,
): readonly DriftFinding[] {
  const subjects = subjectsOf(applied.catalogue, settings);
  const lists = subjects.flatMap(({ type, constants }) =>
    constants.flatMap(({ name, match }) =>
      (evidence.byEnum.get(type)?.constants ?? [])
        .filter((list) => list.name === name)
        .flatMap((list) => constantDrift(type, list, match)),
    ),
  );
  const covered = new Set(lists.map(({ file, line, column }) => `${file}:${line}:${column}`));
  const undeclared = undeclaredInCode(facts).filter(
    ({ file, line, column }) => !covered.has(`${file}:${line}:${column}`),
  );
  return [
    ...lists,
    ...undeclared,
    ...undeclaredInSchema(applied.readings),
    ...uncommittedInSchema(applied.readings),
    ...typingFaults(facts, applied.readings),
    ...subjects.flatMap(({ type }) => wireDrift(type, evidence.byEnum.get(type)?.wire ?? [])),
    ...(options.liveValues
      ? subjects
          .filter(({ type }) => !type.isList)
          .flatMap(({ type }) => liveDrift(type, options.liveValues?.get(type.name)))
      : []),
    ...(options.changed ? [] : unusedValues(applied.catalogue, subjects, evidence.byEnum)),
  ];
}

function unparsable(program: Program): readonly Unread[] {
  return [...program.unparsable].map(({ path, language }) => ({
    path,
    problem: 'unparsable',
    detail: `the ${language} grammar does not understand it`,
  }));
}

function unresolvedPlace({ file, start, why, statement }: Unresolved): UnresolvedPlace {
  return { ...placeOf(file, start), why, statement: onOneLine(statement.sql) };
}
