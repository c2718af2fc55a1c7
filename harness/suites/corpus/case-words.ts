import type { Expectation } from '../../corpus/entry.ts';
import type { PlannedCase } from '../plan.ts';
import type { CaseJudgement, CaseRecord } from './index.ts';

/** The part of a result that was known before the case ran. */
export function identityOf({ id, suite, title, clause, family, runtime }: PlannedCase) {
  return { ...{ id, suite, title, clause }, ...(family && { family }), ...(runtime && { runtime }) };
}

/** The part of a result that the judgement says. */
export function statementOf({ verdict, findings, policy, reason, outcome, expected }: CaseJudgement) {
  return {
    ...{ verdict, findings, expectedOutcome: expectationInWords(expected) },
    ...(policy && { policy }),
    ...(reason !== undefined && { reason }),
    ...(outcome && { outcome }),
  };
}

/** The part of a result that counts what was put to the subject. */
export function trafficOf({ steps }: CaseRecord) {
  const bytesSent = steps.reduce((sum, { exchange }) => sum + exchange.request.body.bytes, 0);
  return { requests: steps.length, bytesSent };
}

function expectationInWords(expected: Expectation): string {
  switch (expected.outcome) {
    case 'delivered':
      return 'delivered';
    case 'rejected':
      return `rejected by the ${expected.by} with ${expected.status}: ${expected.cause}`;
    case 'policy':
      return `policy: ${expected.today} with ${expected.status}`;
    default:
      return expected satisfies never;
  }
}
