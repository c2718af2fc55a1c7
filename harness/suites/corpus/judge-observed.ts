import type { Expectation } from '../../corpus/entry.ts';
import { isQuiet } from '../../support/verdict.ts';
import { trailOf } from '../log-lines.ts';
import type { CaseAt, Judged } from '../suite.ts';
import type { CaseRecord } from './case-record.ts';
import { diffOf } from './diff-of.ts';
import { type CaseJudgement, judgeCase } from './judge/judge-case.ts';
import type { Observed } from './perform.ts';

/** Turns what a case observed into what the report says of it; whatever is not quiet is explained. */
export function judgeObserved(observed: Observed, at: CaseAt): Judged {
  if ('unjudged' in observed) {
    const { unjudged: reason } = observed;
    return { verdict: 'inconclusive', findings: [], reason, observations: 0, bytesSent: 0 };
  }
  const { entry, runtime, record } = observed;
  const judged = judgeCase(entry, runtime, at.setting.revision, record);
  return { ...statementOf(judged), ...trafficOf(record), ...(isQuiet(judged) ? {} : explain(record)) };
}

function statementOf({ verdict, findings, policy, reason, outcome, expected, unjudged }: CaseJudgement) {
  return {
    ...{ verdict, findings, expectedOutcome: expectationInWords(expected) },
    ...(policy && { policy }),
    ...(reason !== undefined && { reason }),
    ...(outcome && { outcome }),
    ...(unjudged && { unjudged }),
  };
}

function expectationInWords(expected: Expectation): string {
  switch (expected.outcome) {
    case 'delivered':
    case 'delivered-later':
      return 'delivered';
    case 'rejected':
      return `rejected by the ${expected.by} with ${expected.status}: ${expected.cause}`;
    case 'policy':
      return `policy: ${expected.today} with ${expected.status}`;
    default:
      return expected satisfies never;
  }
}

function trafficOf({ steps }: CaseRecord) {
  const bytesSent = steps.reduce((sum, { exchange }) => sum + exchange.request.body.bytes, 0);
  return { observations: steps.length, bytesSent };
}

function explain(record: CaseRecord) {
  const last = record.steps.at(-1)?.exchange ?? record.prepare.at(-1);
  return {
    ...(record.steps.length > 0 && { diff: journeyInWords(record) }),
    ...(last && { trail: trailOf(last) }),
  };
}

/** The payload of the last step as it was sent, what became of it on its way, and of the answer on the way back. */
function journeyInWords(record: CaseRecord): string {
  const journey = diffOf(record, record.steps.length - 1);
  if (!journey) return '';
  const { sent, forwarded, received, sentToForwarded, forwardedToReceived, answeredToTold } = journey;
  return [
    `sent: ${sent}`,
    sentToForwarded || `forwarded: ${forwarded}`,
    forwardedToReceived || `received: ${received}`,
    ...(answeredToTold === '' ? [] : [answeredToTold]),
  ].join('\n');
}
