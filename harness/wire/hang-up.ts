import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { decodeContent } from './content-coding.ts';

/** What has ended already is seen to do so within this time. */
const ENDS_WITHIN_MS = 100;

/**
 * The chunks of a stream of events until its first event is there; hangs up then, and says so, unless the stream has
 * come to its end by itself.
 */
export async function* untilFirstEvent(
  body: Readable,
  coding: string | undefined,
  onCut: () => void,
): AsyncGenerator<Buffer> {
  body.on('error', () => undefined);
  const stream: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  for (let next = await stream.next(); !next.done; next = await stream.next()) {
    chunks.push(next.value);
    yield next.value;
    if (!firstEventIn(chunks, coding)) continue;
    if (await endsByItself(stream)) return;
    onCut();
    const closed = new Promise<void>((resolve) => body.once('close', resolve));
    body.destroy();
    await closed;
    return;
  }
}

async function endsByItself(stream: AsyncIterator<Buffer>): Promise<boolean> {
  const goesOn = delay(ENDS_WITHIN_MS, false);
  for (;;) {
    const ended = stream.next().then(({ done }) => (done ? true : undefined));
    const answer = await Promise.race([goesOn, ended]);
    if (answer !== undefined) return answer;
  }
}

/** Up to the empty line behind the first data: what stands before it, as a comment, is no event. */
const FIRST_WITH_DATA = /^(?:.*?[\r\n])??data.*?(?:\r\n\r\n|\n\n|\r\r)/s;

/** The first event of a stream, which may be compressed, once all of it is there. */
export function firstEventIn(chunks: readonly Buffer[], coding: string | undefined): Buffer | undefined {
  const decoded = decodeContent(Buffer.concat(chunks), coding, { isBeginning: true });
  if (!('body' in decoded)) return undefined;
  const [first] = FIRST_WITH_DATA.exec(decoded.body.toString('latin1')) ?? [];
  return first === undefined ? undefined : decoded.body.subarray(0, first.length);
}
