import type { Finding } from '../../../support/verdict.ts';
import type { RecordedResponse } from '../../../wire/exchange.ts';

/** What any server may say, in the same words as another: of a connection, a body, itself, or to browsers. */
const OF_ANY_SERVER: ReadonlySet<string> = new Set([
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'permissions-policy',
  'referrer-policy',
  'server',
  'strict-transport-security',
  'transfer-encoding',
  'vary',
  'via',
  'x-accel-buffering',
  'x-content-type-options',
  'x-frame-options',
  'x-powered-by',
]);

type Headers = Pick<RecordedResponse, 'headers'>;

/** Where a header of the agent has come to the sender with the agent's value (A.9); another value is somebody else's. */
export function headerFindings(said: readonly Headers[], got: Headers): readonly Finding[] {
  const passed = said.flatMap(({ headers }) =>
    Object.entries(headers).filter(([name, value]) => isOfOne(name) && got.headers[name] === value),
  );
  return [...new Set(passed.map(([name]) => name))].map((name) => ({
    clause: 'A.9',
    expected: ['none of the headers of the agent is sent to the sender'],
    actual: `the header ${name} of the agent reached the sender`,
  }));
}

function isOfOne(name: string): boolean {
  return !OF_ANY_SERVER.has(name) && !/^(access-control|cross-origin)-/.test(name);
}
