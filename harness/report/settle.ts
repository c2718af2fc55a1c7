import { identityOf, type PlannedCase, suiteOf } from '../support/case.ts';
import { groupBy } from '../support/group.ts';
import type { RunLog } from './collect.ts';
import type { CaseCrashed, CaseFinished, CaseResult } from './event.ts';
import { shortly } from './losses.ts';
import { reproduceLine } from './reproduce.ts';

/**
 * One settled result per case, in the order of the plan. Nothing gets better here: a promised case that left no
 * result is inconclusive, and a result that cannot be trusted is errored.
 */
export function settleCases(log: RunLog): readonly CaseResult[] {
  const planned = new Map((log.planned?.cases ?? []).map((each) => [each.id, each]));
  const finished = groupBy(log.finished, ({ id }) => id);
  const crashed = groupBy(log.crashed, ({ id }) => id);
  const ids = new Set([...planned.keys(), ...finished.keys(), ...crashed.keys()]);
  return [...ids].map((id) =>
    settle(log, id, planned.get(id), finished.get(id) ?? [], crashed.get(id) ?? []),
  );
}

function settle(
  log: RunLog,
  id: string,
  planned: PlannedCase | undefined,
  finished: readonly CaseFinished[],
  crashed: readonly CaseCrashed[],
): CaseResult {
  const identity = planned ?? finished[0] ?? unplanned(log, id);
  const blank = blankResult(identity);
  const [result] = finished;
  const [crash] = crashed;
  if (finished.length + crashed.length > 1) return endedTwice(blank, finished, crashed);
  if (crash) return { ...blank, verdict: 'errored', reason: crash.message, durationMs: crash.durationMs };
  if (!result) return { ...blank, verdict: 'inconclusive', reason: absence(log, identity) };
  const own = { ...withoutEnvelope(result), ...identityOf(identity) };
  if (!planned) return { ...own, verdict: 'errored', reason: 'It ran, but the run had not planned it.' };
  return refuseSilence(own);
}

/** A case that did not look at the subject says nothing about it. */
function refuseSilence(result: CaseResult): CaseResult {
  const claims = result.verdict === 'passed' || result.policy !== undefined;
  if (result.observations > 0 || !claims) return result;
  const { policy: _, ...rest } = result;
  return { ...rest, verdict: 'errored', reason: 'It claims a result, but did not look at the subject.' };
}

function endedTwice(
  blank: CaseResult,
  finished: readonly CaseFinished[],
  crashed: readonly CaseCrashed[],
): CaseResult {
  const verdicts = [...finished.map(({ verdict }) => verdict), ...crashed.map(() => 'errored')];
  return {
    ...blank,
    verdict: 'errored',
    findings: finished.flatMap(({ findings }) => findings),
    evidence: finished.flatMap(({ evidence }) => evidence),
    reason: `It ended ${verdicts.length} times (${verdicts.join(', ')}); a case runs once and is never retried.`,
  };
}

function absence(log: RunLog, { id, suite }: PlannedCase): string {
  const loss = log.losses.find(({ suites }) => suites.includes(suite));
  if (loss) return `${log.begun.has(id) ? 'It was running' : 'It was not run'}: ${shortly(loss)}.`;
  const stop = log.stops.find(({ suites }) => suites.includes(suite));
  if (stop && !log.begun.has(id)) return `It was not run: ${stop.why}.`;
  return log.begun.has(id) ? 'It started and did not finish.' : 'It did not run.';
}

function unplanned({ started: { seed, mutant } }: RunLog, id: string): PlannedCase {
  const suite = suiteOf(id) || 'unknown';
  const how = { seed, ...(mutant !== undefined && { mutant }) };
  return {
    id,
    suite,
    title: id,
    clause: 'unknown',
    facets: {},
    reproduce: reproduceLine({ suite, id }, how),
  };
}

function blankResult(planned: PlannedCase): CaseResult {
  return {
    ...identityOf(planned),
    verdict: 'inconclusive',
    findings: [],
    durationMs: 0,
    observations: 0,
    bytesSent: 0,
    reproduce: planned.reproduce,
    evidence: [],
  };
}

function withoutEnvelope({ event: _event, at: _at, shard: _shard, ...result }: CaseFinished): CaseResult {
  return result;
}
