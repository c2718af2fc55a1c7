import type { Finding } from '../../../support/verdict.ts';
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

/**
 * Where a header of the sender has reached the agent with the sender's value, or the id of the workspace that spoke
 * (A.7). Another value is the platform's own, as an authorisation by the userinfo of the agent's URL.
 */
export function passedHeaderFindings({ route, after }: CaseRecord, evidence: readonly StepEvidence[]) {
  if (route !== 'platform') return [];
  const passed = evidence.flatMap(({ arrived, record }) => {
    const sent = ofTheSender(record.exchange.request.headers, after?.workspace.caller?.id);
    const pushed = arrived.map(({ arrival }) => arrival).filter(({ via }) => via === 'push');
    return sent.filter(([name, value]) => pushed.some(({ headers }) => headers[name] === value));
  });
  return [...new Set(passed.map(([name]) => name))].map(passedFinding);
}

/** What a sender says in its headers that no agent may get, names in lower case. */
export function ofTheSender(
  headers: Readonly<Record<string, string>>,
  callerId: string | undefined,
): readonly (readonly [name: string, value: string])[] {
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  const known = callerId === undefined ? [] : [[CALLER_ID, callerId] as const];
  return [...own, ...known].filter(
    ([name, value]) => !OF_ANY_CLIENT.has(name) && !(name === 'content-type' && value === OWN_CONTENT_TYPE),
  );
}

function passedFinding(name: string): Finding {
  return {
    clause: 'A.7',
    expected: ['none of the headers of the caller is sent to the agent'],
    actual: `the header ${name} of the caller reached the agent`,
  };
}
