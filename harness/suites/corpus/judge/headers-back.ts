import type { Finding } from '../../../support/verdict.ts';
import type { RecordedResponse } from '../../../wire/exchange.ts';

/** What any server may say, in the same words as another, of a connection, a body or itself. */
const OF_ANY_SERVER: ReadonlySet<string> = new Set([
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'server',
  'transfer-encoding',
  'vary',
  'via',
  'x-accel-buffering',
  'x-powered-by',
]);

type Headers = Pick<RecordedResponse, 'headers'>;

/** Where a header of the agent has come to the sender with the agent's value (A.9); another value is somebody else's. */
export function headerFindings(said: readonly Headers[], got: Headers): readonly Finding[] {
  const passed = said.flatMap(({ headers }) =>
    Object.entries(headers).filter(
      ([name, value]) => !OF_ANY_SERVER.has(name) && got.headers[name] === value,
    ),
  );
  return [...new Set(passed.map(([name]) => name))].map((name) => ({
    clause: 'A.9',
    expected: ['none of the headers of the agent is sent to the sender'],
    actual: `the header ${name} of the agent reached the sender`,
  }));
}
