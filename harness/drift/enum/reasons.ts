import type { Change } from '../support/changed.ts';
import type { Unread } from '../support/source-tree.ts';
import type { AppliedMigrations } from './catalogue/migrations.ts';
import type { CodeFacts } from './code/code-facts.ts';
import type { LiveAnswer } from './live/confirm.ts';
import type { EnumSources } from './load.ts';
import type { EnumDriftReport } from './report.ts';
import type { EnumSettings } from './settings.ts';
import { subjectsOf } from './subjects.ts';
import type { EnumEvidence } from './tables.ts';

interface Grounds {
  readonly settings: EnumSettings;
  readonly sources: EnumSources;
  readonly applied: AppliedMigrations;
  readonly facts: CodeFacts;
  readonly evidence: {
    readonly byEnum: ReadonlyMap<unknown, EnumEvidence>;
    readonly exchanges: number;
    readonly brokenRecordings: readonly string[];
  };
  readonly unread: readonly Unread[];
  readonly options: { readonly changed?: Change };
  readonly answer: LiveAnswer | undefined;
}

/** Why a check without errors may still not pass: it looked at nothing, or not at enough. */
export function reasonsOf(grounds: Grounds): readonly string[] {
  const { settings, applied, facts, evidence, unread, answer } = grounds;
  return [
    ...emptiness(grounds),
    ...missingLists(grounds),
    ...(facts.unresolved.length > settings.limits.unresolved
      ? [
          `${facts.unresolved.length} values or statements could not be resolved; the limit is ${settings.limits.unresolved}.`,
        ]
      : []),
    ...(unread.length > settings.limits.unread
      ? [
          `${unread.length} files could not be read (${named(unread)}); the limit is ${settings.limits.unread}.`,
        ]
      : []),
    ...(evidence.brokenRecordings.length > 0
      ? [`Recordings are no JSON: ${evidence.brokenRecordings.join(', ')}.`]
      : []),
    ...(settings.wire && evidence.exchanges === 0 ? ['The recordings hold no exchange.'] : []),
    ...(answer?.problems ?? []),
    ...(applied.problems.length > 0 ? problemsOf(applied) : []),
  ];
}

function named(unread: readonly Unread[]): string {
  const shown = unread.slice(0, 5).map(({ path, problem }) => `${path}: ${problem}`);
  return unread.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}

/** Nothing is green by absence. A run over changed files only may find no code among them. */
function emptiness({ settings, sources, applied, facts, options }: Grounds): readonly string[] {
  if (applied.applied.length === 0) return [noMigration(settings, sources)];
  if (subjectsOf(applied.catalogue, settings).length === 0)
    return [`The migrations declare no enum.${leftOut(settings, sources)}`];
  if (sources.code.length === 0) return [`No code file matches ${settings.code.include.join(', ')}.`];
  if (options.changed) return [];
  return facts.preparable.length + facts.uses.length + facts.unresolved.length === 0
    ? ['No statement in the code touches an enum.']
    : [];
}

function noMigration(settings: EnumSettings, sources: EnumSources): string {
  const { include, folder } = settings.migrations;
  return `No migration matches ${include.join(', ')} in ${folder}.${leftOut(settings, sources)}`;
}

/** A glob that was copied from elsewhere may pass over what matters. */
function leftOut({ migrations }: EnumSettings, { passedBy }: EnumSources): string {
  if (passedBy.length === 0) return '';
  const some = passedBy.slice(0, 3).join(', ');
  return ` \`migrations.include\` (${migrations.include.join(', ')}) leaves out ${passedBy.length} .sql files: ${some}.`;
}

function missingLists({ settings, evidence, applied }: Grounds): readonly string[] {
  return subjectsOf(applied.catalogue, settings).flatMap(({ type, constants }) => {
    const found = evidence.byEnum.get(type)?.constants ?? [];
    return constants
      .filter(({ name }) => !found.some((list) => list.name === name))
      .map(({ name }) => `No code declares the constants ${name} of ${type.name}.`);
  });
}

function problemsOf({ problems }: AppliedMigrations): readonly string[] {
  return problems.map(({ file, at, message }) => {
    const { line, column } = file.positionAt(at);
    return `${file.path}:${line}:${column}: ${message}`;
  });
}

/** The report when a migration cannot be parsed: the enums are unknown, so nothing is judged. */
export function emptyReport(
  settings: EnumSettings,
  sources: EnumSources,
  applied: AppliedMigrations,
): EnumDriftReport {
  return {
    kind: 'enum',
    name: settings.name,
    verdict: 'inconclusive',
    reasons: problemsOf(applied),
    findings: [],
    unread: sources.unread,
    tables: [],
    unresolved: [],
    counts: {
      migrations: applied.applied.length,
      codeFiles: sources.code.length,
      statements: 0,
      literals: 0,
      exchanges: 0,
    },
  };
}
