import { groupBy } from '../support/group.ts';
import { casesInWords } from '../support/plural.ts';
import type { RunLog } from './collect.ts';
import { FORMAT_VERSION, type PlannedSuite, type RunEvent } from './event.ts';
import { lossFault } from './losses.ts';
import { mergedOf, missingShards, ofShard, unsealed } from './merged.ts';
import { type Part, partsOf } from './parts.ts';
import type { CaseReport, Fault, Report } from './report.ts';
import { conclude } from './roll-up.ts';
import { timingsOf } from './run-timings.ts';
import { isWhole } from './scope.ts';
import { settleCases } from './settle.ts';
import { headingOf, wasExecuted } from './totals.ts';

/** Builds the report of a run from its events alone: the same events always give the same report. */
export function buildReport(events: readonly RunEvent[]): Report {
  const { whole: log, parts, total } = partsOf(events);
  const merged = total === undefined ? undefined : mergedOf(total, parts);
  const judged = parts.map((part) => ({ part, cases: casesOf(part) }));
  const bailed = parts.flatMap((part) => bailedBy(part.log) ?? []).join(' ') || undefined;
  const settled = {
    cases: inPlanOrder(
      log,
      judged.flatMap(({ cases }) => cases),
    ),
    notApplicable: log.planned?.excluded ?? [],
    interrupted: log.interrupted !== undefined,
    losses: log.losses,
    ...(bailed !== undefined && { bailed }),
  };
  const faults = [
    ...log.losses.map(lossFault),
    ...(merged ? missingShards(merged) : []),
    ...parts.flatMap((part) =>
      ofShard(part, [...stopFaults(part.log), ...runFaults(part.log), ...(merged ? unsealed(part) : [])]),
    ),
    ...changedSubjects(log),
    ...judged.flatMap(({ part, cases }) => ofShard(part, unexplainedExit(part.log, cases))),
  ];
  return {
    formatVersion: FORMAT_VERSION,
    ...originOf(log),
    ...settled,
    ...conclude({ ...settled, faults, suites: suitesOf(log, settled.cases), planned: plannedPerSuite(log) }),
    planned: (log.planned?.cases ?? []).map(({ id }) => id),
    executed: settled.cases.filter(wasExecuted).map(({ id }) => id),
    unselected: log.planned?.unselected ?? [],
    ...(log.planned && { scope: log.planned.scope }),
    whole: isAll(log) && (merged?.missing ?? []).length === 0,
    ...(merged && { merged }),
    warnings: log.warnings.filter(({ level }) => level === 'warning').map(({ message }) => message),
    ...(log.seal !== undefined && { seal: log.seal }),
    proof: log.started.proof ?? { standing: 'never' },
  };
}

function casesOf({ log }: Part): readonly CaseReport[] {
  return settleCases(log).map((result) => ({ ...result, verdict: headingOf(result) }));
}

/** Shards were dealt their cases like cards; what nobody planned comes last. */
function inPlanOrder({ planned }: RunLog, cases: readonly CaseReport[]): readonly CaseReport[] {
  const order = new Map((planned?.cases ?? []).map(({ id }, position) => [id, position]));
  const positionOf = ({ id }: CaseReport) => order.get(id) ?? order.size;
  return cases.toSorted((a, b) => positionOf(a) - positionOf(b));
}

function isAll({ planned }: RunLog): boolean {
  return planned !== undefined && isWhole(planned.scope);
}

function originOf(log: RunLog) {
  const { started, world, worlds, endedAt } = log;
  const { runId, seed, argv, subject, revision, mode, mutant, worldId, versions, digests, at } = started;
  const { provenance } = started;
  return {
    ...{ runId, seed, argv, subject, revision, mode, versions },
    digests: Object.assign({}, digests, ...worlds.map((each) => each.digests ?? {})),
    underTest: [...new Set(worlds.flatMap((each) => each.underTest ?? []))],
    ...(provenance && { provenance }),
    ...(mutant !== undefined && { mutant }),
    ...(worldId !== undefined && { worldId }),
    ...(world && { world: { services: world.services, bootMs: world.bootMs } }),
    startedAt: at,
    endedAt,
    durationMs: Math.max(0, Date.parse(endedAt) - Date.parse(at)),
    timings: timingsOf(log),
  };
}

/** Those of the plan, then any of which a case has turned up without a plan. */
function suitesOf({ planned }: RunLog, cases: Report['cases']): readonly PlannedSuite[] {
  const owing = planned?.suites ?? [];
  const known = new Set(owing.map(({ name }) => name));
  const others = new Set(cases.map(({ suite }) => suite).filter((suite) => !known.has(suite)));
  return [...owing, ...[...others].map((name) => ({ name, groups: [] }))];
}

function plannedPerSuite({ planned }: RunLog): Readonly<Record<string, number>> {
  const suites = groupBy(planned?.cases ?? [], ({ suite }) => suite);
  return Object.fromEntries([...suites].map(([suite, cases]) => [suite, cases.length]));
}

/** Of a run that was given up before all cases had begun. */
function stopFaults(log: RunLog): readonly Fault[] {
  const givenUp = log.stops.filter(({ asked }) => !asked);
  return givenUp.flatMap(({ why, suites }) => {
    const reason = stopWords(log, why, suites);
    return reason === undefined ? [] : [{ verdict: 'inconclusive', reason }];
  });
}

/** Of a run that was told to stop: each of its runners did so for itself, and the first knew why. */
function bailedBy(log: RunLog): string | undefined {
  const told = log.stops.filter(({ asked }) => asked);
  return stopWords(
    log,
    told[0]?.why ?? '',
    told.flatMap(({ suites }) => suites),
  );
}

function stopWords({ planned, begun }: RunLog, why: string, suites: readonly string[]): string | undefined {
  const left = (planned?.cases ?? []).filter(({ id, suite }) => suites.includes(suite) && !begun.has(id));
  if (left.length === 0) return undefined;
  return `Stopped, and ${casesInWords(left.length)} ${left.length === 1 ? 'was' : 'were'} not run: ${why}`;
}

function runFaults({ planned, interrupted, end, warnings }: RunLog): readonly Fault[] {
  const faults: Fault[] = warnings
    .filter(({ level }) => level === 'error')
    .map(({ message }) => ({ verdict: 'errored', reason: message }));
  if (!planned) faults.push({ verdict: 'inconclusive', reason: 'The run died before it had a plan.' });
  if (interrupted) {
    faults.push({ verdict: 'inconclusive', reason: `The run was interrupted by ${interrupted.signal}.` });
  } else if (!end) {
    faults.push({ verdict: 'inconclusive', reason: 'The run was cut off: its last event is missing.' });
  } else if (end.signal !== null) {
    faults.push({ verdict: 'errored', reason: `The test runner was killed by ${end.signal}.` });
  }
  return faults;
}

/** Of a subject that was another one in a later world: nobody knows which of the two is good. */
function changedSubjects({ worlds }: RunLog): readonly Fault[] {
  const seen = worlds.flatMap(({ digests = {}, underTest = [] }) =>
    underTest.flatMap((name) => (digests[name] === undefined ? [] : [{ name, digest: digests[name] }])),
  );
  return [...groupBy(seen, ({ name }) => name)].flatMap(([name, each]) => {
    const digests = [...new Set(each.map(({ digest }) => digest))];
    const reason = `${name} was changed while the run judged it: ${digests.join(', then ')}.`;
    return digests.length > 1 ? [{ verdict: 'errored' as const, reason }] : [];
  });
}

/**
 * A broken clause leaves the runner at 0, so any other exit is trouble of its own; where neither a case that could not
 * be judged nor a warning tells of it, it is still there.
 */
function unexplainedExit(
  { end, warnings, interrupted, stops }: RunLog,
  cases: Report['cases'],
): readonly Fault[] {
  if (!end || end.exitCode === 0 || end.signal !== null || interrupted || stops.length > 0) return [];
  const explained = warnings.some(({ level }) => level === 'error') || cases.some(isUnjudged);
  const reason = `The test runner exited with ${end.exitCode}, and no case explains it.`;
  return explained ? [] : [{ verdict: 'errored', reason }];
}

function isUnjudged({ verdict }: Report['cases'][number]): boolean {
  return verdict === 'errored' || verdict === 'inconclusive';
}
