import type {
  Delivered,
  Entry,
  Expectation,
  Outcome,
  Policy,
  Revision,
  RuntimeId,
} from '../../../corpus/entry.ts';
import { expectationFor } from '../../../corpus/expectation.ts';
import { HarnessError } from '../../../support/errors.ts';
import type { Finding, Judgement } from '../../../support/verdict.ts';
import { type CaseRecord, isTrimmed } from '../case-record.ts';
import { type AftermathJudged, judgeAftermath } from './aftermath.ts';
import { classify } from './classify.ts';
import { deliveredFindings } from './delivered.ts';
import { laterFindings } from './delivered-later.ts';
import { notBackFinding } from './heartbeats.ts';
import { rejectedFindings } from './rejected.ts';
import { withReturned } from './returned.ts';
import { senderFindings } from './sender-told.ts';
import { evidenceOf, type StepEvidence } from './step-evidence.ts';
import { unansweredFindings } from './unanswered.ts';
import { wayBackFindings } from './way-back.ts';

/** What one step came to. */
export interface StepJudgement {
  readonly outcome: Outcome;
  readonly expected: Expectation;
  readonly status: number | undefined;
  readonly findings: readonly Finding[];
  readonly policy?: 'as-recorded' | 'changed';
}

/** A judged case; `outcome` and `expected` are those of the first step that went wrong, else of the last. */
export interface CaseJudgement extends Judgement {
  readonly outcome?: Outcome;
  readonly expected: Expectation;
  readonly steps: readonly StepJudgement[];
  /** What of it could not be looked at, and why. */
  readonly unjudged?: readonly string[];
}

/** Judges a record against its entry: nothing but data in, nothing but data out, so old records can be judged again. */
export function judgeCase(
  entry: Entry,
  runtime: RuntimeId,
  revision: Revision,
  record: CaseRecord,
): CaseJudgement {
  const expectations = entry.steps.map((step) => expectationFor(step, runtime, revision));
  const [first] = expectations;
  if (!first) throw noSteps(entry);
  const { preparationFinding } = record;
  if (preparationFinding) return unprepared(first, preparationFinding);
  const fault = faultOf(record);
  if (fault) return { verdict: 'errored', findings: [], reason: fault, expected: first, steps: [] };
  const notBack = notBackFinding(record);
  if (notBack) return unprepared(first, notBack);
  const sent = entry.steps.flatMap((step, index) => {
    const evidence = evidenceOf(entry, step, index, record);
    return evidence ? [{ evidence, expected: expectations[index] ?? first }] : [];
  });
  const looked = withReturned(record, sent);
  const steps = looked.map(({ evidence, expected }) => judgeStep(evidence, expected, revision));
  return summary(entry, steps, record, judgeAftermath(entry, record, looked));
}

function judgeStep(evidence: StepEvidence, expected: Expectation, revision: Revision): StepJudgement {
  const judged = judgeEvidence(evidence, expected);
  const wayBack = expected.outcome === 'policy' ? [] : wayBackFindings(evidence, revision);
  return { ...judged, findings: [...judged.findings, ...wayBack, ...captureFindings(evidence)] };
}

function judgeEvidence(evidence: StepEvidence, expected: Expectation): StepJudgement {
  const outcome = classify(evidence);
  const status = evidence.record.exchange.response?.status;
  switch (expected.outcome) {
    case 'delivered': {
      const { altered, other } = deliveredFindings(evidence, expected, toldOf(expected));
      const findings = [...altered, ...other];
      return { outcome: outcomeOf(outcome, altered.length, findings.length), expected, status, findings };
    }
    case 'delivered-later': {
      const { altered, other } = laterFindings(evidence, expected);
      const findings = [...altered, ...other];
      return { outcome: outcomeOf(outcome, altered.length, findings.length), expected, status, findings };
    }
    case 'rejected':
      return { outcome, expected, status, findings: rejectedFindings(evidence, expected) };
    case 'policy':
      return { outcome, expected, status, findings: [], policy: policyOf(expected, outcome, status) };
    default:
      return expected satisfies never;
  }
}

/** An answer that broke off is no refusal, though it is told with an error. */
function toldOf({ unanswered }: Delivered) {
  return unanswered ? (each: StepEvidence) => unansweredFindings(each, unanswered) : senderFindings;
}

/** The expectation knows the canonical form, the classification only what the sender wrote. */
function outcomeOf(classified: Outcome, altered: number, findings: number): Outcome {
  if (findings === 0) return 'delivered';
  return classified === 'delivered' && altered > 0 ? 'delivered-altered' : classified;
}

/** Without a reply there is no status to compare. */
function policyOf(
  { today, status }: Policy,
  outcome: Outcome,
  seen: number | undefined,
): 'as-recorded' | 'changed' {
  return outcome === today && (seen === undefined || seen === status) ? 'as-recorded' : 'changed';
}

function captureFindings({ entry, record }: StepEvidence): readonly Finding[] {
  return Object.entries(record.notCaptured).map(([name, pointer]) => ({
    clause: entry.clause,
    expected: [`the reply has ${pointer}, which later steps use as {{${name}}}`],
    actual: `the reply has nothing at ${pointer}`,
  }));
}

function summary(
  entry: Entry,
  steps: readonly StepJudgement[],
  record: CaseRecord,
  { findings: later, unjudged }: AftermathJudged,
): CaseJudgement {
  const ofSteps = [...steps.flatMap((step) => step.findings), ...unsentFindings(entry, steps, record)];
  const findings = [...ofSteps, ...later];
  const shown = steps.find((step) => step.findings.length > 0) ?? steps.at(-1);
  if (!shown) throw noSteps(entry);
  const { outcome, expected } = shown;
  const base = { findings, outcome, expected, steps, ...(unjudged.length > 0 && { unjudged }) };
  if (findings.length > 0) return { ...base, verdict: 'failed', reason: failureInWords(outcome, findings) };
  const uncut = whyUncut(entry, record);
  if (uncut !== undefined) return { ...base, verdict: 'inconclusive', reason: uncut };
  if (!steps.every((step) => step.policy)) return { ...base, verdict: 'passed' };
  const changed = steps.find((step) => step.policy === 'changed');
  if (!changed) return { ...base, verdict: 'passed', policy: 'as-recorded' };
  return { ...base, verdict: 'passed', policy: 'changed', reason: changeInWords(changed) };
}

/** Why a session says nothing of what it is about, where its sender was to hang up in the middle of a stream. */
function whyUncut(entry: Entry, record: CaseRecord): string | undefined {
  const at = entry.steps.findIndex(
    (step, index) => step.hangUp && !record.steps[index]?.exchange.response?.cut,
  );
  return at < 0 ? undefined : `the stream of step ${at + 1} had come to its end before its sender hung up`;
}

/** Led by the outcome, but for a delivery that only something beside it spoils. */
function failureInWords(outcome: Outcome, [first]: readonly Finding[]): string {
  return outcome === 'delivered' ? `${first?.actual}` : `${outcome}: ${first?.actual}`;
}

function unsentFindings(
  entry: Entry,
  steps: readonly StepJudgement[],
  record: CaseRecord,
): readonly Finding[] {
  if (steps.length === entry.steps.length || record.steps.length === 0) return [];
  const expected = [`all ${entry.steps.length} steps of the session can be sent`];
  return [{ clause: entry.clause, expected, actual: `the session ended after step ${steps.length}` }];
}

function changeInWords({ outcome, expected, status }: StepJudgement): string {
  const recorded =
    expected.outcome === 'policy' ? `${expected.today} with HTTP ${expected.status}` : expected.outcome;
  return `recorded was ${recorded}, now it is ${outcome} with HTTP ${status ?? 'nothing'}`;
}

function unprepared(expected: Expectation, finding: Finding): CaseJudgement {
  return { verdict: 'failed', findings: [finding], reason: finding.actual, expected, steps: [] };
}

/** Why the harness itself cannot judge this record, if it cannot. */
export function faultOf(record: CaseRecord): string | undefined {
  if (record.steps.length === 0) return 'nothing was sent, so nothing can be judged';
  const unreadable = [...record.steps, record.returned, record.after].find(
    (each) => each?.inboxFailure !== undefined,
  );
  if (unreadable) return `the inbox could not be read: ${unreadable.inboxFailure}`;
  const unsent = record.steps.find(({ exchange }) => exchange.failure?.before === 'sending');
  if (unsent) return `the request was not sent: ${unsent.exchange.failure?.message ?? ''}`;
  if (isTrimmed(record)) return 'the record was cut for evidence and cannot be judged again';
  return undefined;
}

function noSteps(entry: Entry): HarnessError {
  return new HarnessError({ code: 'NO_STEPS', message: `${entry.file} has no request to send` });
}
