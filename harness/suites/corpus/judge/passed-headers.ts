import type { Finding } from '../../../support/verdict.ts';
import type { Arrival } from '../../../wire/exchange.ts';
import type { CaseRecord } from '../case-record.ts';
import type { StepEvidence } from './step-evidence.ts';

/** Every client has its own of these, and the last is of us who look on. */
const OF_ANY_CLIENT: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'te',
  'transfer-encoding',
  'user-agent',
  'x-request-id',
]);

/** What the platform says itself of every message (A.7). */
const OWN_CONTENT_TYPE = 'application/json';

const CALLER_ID = 'x-workspace-id';

type Headers = Readonly<Record<string, string>>;

/** Where a header of the sender has reached the agent, or the id of the workspace that spoke (A.7). */
export function passedHeaderFindings({ route, callerId }: CaseRecord, evidence: readonly StepEvidence[]) {
  if (route !== 'platform') return [];
  const names = evidence.flatMap(({ tried, retried, arrived, record }) =>
    passedOn(
      record.exchange.request.headers,
      callerId,
      [...tried, ...retried, ...arrived].map(({ arrival }) => arrival),
    ),
  );
  return [...new Set(names)].map(passedOnFinding);
}

/**
 * The names of what no agent may get, in lower case, that came to it with the sender's value. Another value is the
 * platform's own, as an authorisation by the userinfo of the agent's URL.
 */
export function passedOn(
  sent: Headers,
  callerId: string | undefined,
  arrivals: readonly Pick<Arrival, 'via' | 'headers'>[],
): readonly string[] {
  const pushed = arrivals.filter(({ via }) => via === 'push');
  const passed = ofTheSender(sent, callerId).filter(([name, value]) =>
    pushed.some(({ headers }) => headers[name] === value),
  );
  return [...new Set(passed.map(([name]) => name))];
}

function ofTheSender(sent: Headers, callerId: string | undefined): readonly (readonly [string, string])[] {
  const own = Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value] as const);
  const known = callerId === undefined ? [] : [[CALLER_ID, callerId] as const];
  return [...own, ...known].filter(
    ([name, value]) => !OF_ANY_CLIENT.has(name) && !(name === 'content-type' && value === OWN_CONTENT_TYPE),
  );
}

/** What is wrong with a header that was passed on, in the same words whoever looks. */
export function passedOnFinding(name: string): Finding {
  return {
    clause: 'A.7',
    expected: ['none of the headers of the caller is sent to the agent'],
    actual: `the header ${name} of the caller reached the agent`,
  };
}
