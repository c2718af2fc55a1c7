import type { Finding } from '../../../support/verdict.ts';
import type { StepRecord } from '../../corpus/case-record.ts';
import { ofTheSender } from '../../corpus/judge/passed-headers.ts';
import { FORWARDED_HEADERS } from '../request-changes.ts';

const CLAUSE = 'A.7';

/** Where something of a sender's headers went on to the agent, or the body is not called JSON. */
export function headerFindings({ exchange: { request }, inboxAfter }: StepRecord): readonly Finding[] {
  const [arrival] = inboxAfter.arrivals;
  if (arrival?.via !== 'push') return [];
  const handedOn = ofTheSender(request.headers, undefined).flatMap(([name, value]) =>
    name !== 'content-type' && arrival.headers[name] === value ? [name] : [],
  );
  return [...handedOn.map(forwarded), ...typeFindings(arrival.headers['content-type'])];
}

function forwarded(name: string): Finding {
  return {
    clause: CLAUSE,
    expected: ['no header of the sender goes on to the agent'],
    actual: `the platform sent the header ${name} of the sender on`,
  };
}

function typeFindings(type: string | undefined): readonly Finding[] {
  const due = FORWARDED_HEADERS['content-type'];
  if (type?.toLowerCase().trim() === due) return [];
  return [
    {
      clause: CLAUSE,
      expected: [`the platform calls what it sends ${due}`],
      actual: `the platform called what it sent ${type ?? 'nothing'}`,
    },
  ];
}
