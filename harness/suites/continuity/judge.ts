import type { Finding } from '../../support/verdict.ts';
import type { Judged } from '../suite.ts';
import { findingsOf } from './judge-turn.ts';
import type { Observed, TrialRecord, TurnRecord } from './record.ts';
import { runtimeTable, timesTable } from './tables.ts';

type Held = Extract<Observed, { readonly trials: unknown }>;

/** What a canary comes to. `isFirst` has it tell what is known of the runtime. */
export function judgeContinuity(observed: Observed, isFirst: boolean): Judged {
  if ('unclaimed' in observed) {
    const { unclaimed: reason } = observed;
    return { verdict: 'not-applicable', findings: [], reason, observations: 0, bytesSent: 0 };
  }
  const { exchanges: observations, bytesSent } = observed;
  const table = [...(isFirst ? [runtimeTable(observed)] : []), ...timesTable(observed.trials)].join('\n\n');
  const seen = { observations, bytesSent, ...(table !== '' && { table }) };
  const open = whyOpen(observed);
  if (open !== undefined) return { ...seen, verdict: 'inconclusive', findings: [], reason: open };
  const judged = judgeTrials(observed);
  if (judged.verdict === 'passed' && observed.trials.every((trial) => trial.some(wasNotDropped)))
    return { ...seen, verdict: 'not-applicable', findings: [], reason: NOT_DROPPED };
  return { ...seen, ...judged };
}

/** Nothing follows from a runtime that takes no message at all, nor from a turn that was over before it was cancelled. */
function whyOpen({ met, isUnseen, trials }: Held): string | undefined {
  if (met.unusable !== undefined && !isUnseen)
    return `the runtime does not answer a first message at ${met.endpoint}: ${met.unusable}; it is not healthy, or not configured`;
  const early = trials.flatMap((trial) => earlyIn(trial) ?? [])[0];
  return early && `turn ${early.label} was over before it could be cancelled`;
}

/** Unless something was wrong before it, which it does not excuse. */
function earlyIn(trial: TrialRecord): TurnRecord | undefined {
  const at = trial.findIndex(endedEarly);
  const isFirst = findingsOf(trial.slice(0, Math.max(0, at))).length === 0;
  return isFirst ? trial.find(endedEarly) : undefined;
}

function endedEarly(record: TrialRecord[number]): record is TurnRecord {
  if (record.kind !== 'turn' || !record.begins || record.outcome.kind !== 'answered') return false;
  return !['submitted', 'working'].includes(record.outcome.reply.state ?? 'completed');
}

function judgeTrials({
  trials,
}: Held): Pick<Judged, 'verdict' | 'findings' | 'reason' | 'outcome' | 'unjudged' | 'trail'> {
  const each = trials.map(findingsOf);
  const failed = each.filter((findings) => findings.length > 0);
  const [findings = []] = failed;
  const [first] = findings;
  const whole = trials.flat();
  const unjudged = whole.some(wasNotDropped) ? { unjudged: [NOT_DROPPED] } : {};
  if (!first) return { verdict: 'passed', findings: [], ...unjudged };
  return {
    ...{ verdict: 'failed', findings, reason: reasonOf(first, failed.length, trials.length), ...unjudged },
    ...(failed.length < trials.length && { outcome: 'flaky' }),
    ...(failed.length === trials.length && isOverdue(whole) && { outcome: 'hang' }),
    ...trailOf(trials[each.indexOf(findings)]),
  };
}

const NOT_DROPPED = 'the stream had ended before its connection was dropped';

function wasNotDropped(record: TrialRecord[number]): boolean {
  return record.kind === 'turn' && record.wasNotDropped === true;
}

function reasonOf({ actual }: Finding, failed: number, of: number): string {
  if (of === 1) return actual;
  return failed === of
    ? `${actual} (in each of ${of} trials)`
    : `flaky, ${of - failed} of ${of} trials passed: ${actual}`;
}

function isOverdue(records: TrialRecord): boolean {
  return records.some((record) => record.kind === 'turn' && record.outcome.kind === 'overdue');
}

/** The logs of the turn that the conversation ended with. */
function trailOf(trial: TrialRecord = []): Pick<Judged, 'trail'> {
  const last = trial.findLast((record) => record.kind === 'turn');
  return last ? { trail: { requestId: last.requestId } } : {};
}
