import type { Finding } from '../../../support/verdict.ts';
import type { StepRecord } from '../../corpus/case-record.ts';
import { passedOn, passedOnFinding } from '../../corpus/judge/passed-headers.ts';
import { FORWARDED_HEADERS } from '../request-changes.ts';

/** Where something of a sender's headers went on to the agent, or the body is not called JSON. */
export function headerFindings(
  { exchange: { request }, inboxAfter: { arrivals } }: StepRecord,
  callerId: string | undefined,
): readonly Finding[] {
  const [first] = arrivals;
  if (first?.via !== 'push') return [];
  const names = passedOn(request.headers, callerId, arrivals).filter((name) => name !== 'content-type');
  return [...names.map(passedOnFinding), ...typeFindings(first.headers['content-type'])];
}

function typeFindings(type: string | undefined): readonly Finding[] {
  const due = FORWARDED_HEADERS['content-type'];
  if (type?.toLowerCase().trim() === due) return [];
  return [
    {
      clause: 'A.7',
      expected: [`the platform calls what it sends ${due}`],
      actual: `the platform called what it sent ${type ?? 'nothing'}`,
    },
  ];
}
