import type { Delivered } from '../../../corpus/entry.ts';
import { parseJson } from '../../../support/parse-json.ts';
import type { Finding } from '../../../support/verdict.ts';
import { valueAt } from '../../../wire/document/pointer.ts';
import { bytesOf } from '../../../wire/recorded-body.ts';
import { toldInWords } from '../../../wire/reply/told.ts';
import type { StepEvidence } from './step-evidence.ts';

const CLAUSE = 'A.9';

/**
 * Where the sender of a message whose answer broke off was not told so: that there is no answer, and that the agent has
 * the message all the same, so that nobody sends it again.
 */
export function unansweredFindings(
  { told, record }: StepEvidence,
  { status, cause }: NonNullable<Delivered['unanswered']>,
): readonly Finding[] {
  if (told.kind !== 'refused' || told.status !== status || !told.cause.includes(cause)) {
    const expected = [`the sender is told ${status} and "${cause}", for the answer broke off`];
    return [{ clause: CLAUSE, expected, actual: toldInWords(told) }];
  }
  const { response } = record.exchange;
  const confirmed = valueAt(response && parseJson(bytesOf(response.body).toString()), '/delivery_confirmed');
  if (confirmed === true) return [];
  return [
    {
      clause: CLAUSE,
      expected: ['the sender is told "delivery_confirmed":true, for the agent has the message'],
      actual: `the sender is told delivery_confirmed ${JSON.stringify(confirmed)}`,
    },
  ];
}
