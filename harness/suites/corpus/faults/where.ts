import type { Entry, Expectation, Revision, RuntimeId } from '../../../corpus/entry.ts';
import { expectationFor } from '../../../corpus/expectation.ts';
import { filledPayload } from '../../../corpus/payload.ts';
import { fieldsOf } from './request.ts';

/** Cases of messages that bring an id of their own and must arrive through the platform. */
export function bringsMessageId(entry: Entry, runtime: RuntimeId, revision: Revision): boolean {
  const delivered = firstExpectation(entry, runtime, revision)?.outcome === 'delivered';
  return entry.route === 'platform' && delivered && Object.hasOwn(messageOf(entry), 'messageId');
}

/** Cases that the platform passes on and the runtime behind it refuses. */
export function refusedBehindPlatform(entry: Entry, runtime: RuntimeId, revision: Revision): boolean {
  const expected = firstExpectation(entry, runtime, revision);
  return entry.route === 'platform' && expected?.outcome === 'rejected' && expected.by === 'runtime';
}

/** Cases whose requests reach a runtime with headers beside the plain ones. */
export function hasOddHeaders(entry: Entry, runtime: RuntimeId, revision: Revision): boolean {
  const { headers = {} } = entry.steps[0] ?? {};
  const isPlain = headers['content-type'] === 'application/json' && headers['a2a-version'] === undefined;
  return (
    entry.route === 'direct' && !isPlain && firstExpectation(entry, runtime, revision)?.outcome !== 'policy'
  );
}

function firstExpectation(entry: Entry, runtime: RuntimeId, revision: Revision): Expectation | undefined {
  const [step] = entry.steps;
  return step && expectationFor(step, runtime, revision);
}

/** The message of an entry's first request; without members when the payload has none or is no JSON. */
function messageOf(entry: Entry): Readonly<Record<string, unknown>> {
  const [step] = entry.steps;
  try {
    const request: unknown = step && JSON.parse(filledPayload(step).toString());
    return fieldsOf(fieldsOf(fieldsOf(request).params).message);
  } catch {
    return {};
  }
}
