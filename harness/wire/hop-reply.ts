import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { eventsIn } from './hop-events.ts';
import {
  type Framing,
  headerList,
  type Message,
  type Occasion,
  type ReplyStyle,
  type Styled,
  styled,
} from './hop-style.ts';
import { isEventStream } from './reply/events.ts';
import { wholeBody } from './whole-body.ts';

/** A reply that came, whom it is for, and how it is to be put. */
export interface Passing {
  readonly reply: IncomingMessage;
  readonly answer: ServerResponse;
  readonly style: ReplyStyle;
  readonly occasion: Occasion;
  /** How long this one is held up, before its head and in the middle of its body. */
  readonly pauseMs: number;
  /** Called with what is said instead, before its last byte is. */
  readonly tellOrigin: (told: Message) => Promise<void>;
}

/**
 * Gives a reply on in a style and answers whether that was otherwise than it came. Rejects when the reply breaks off,
 * or when whoever asked is gone.
 */
export async function passReply(passing: Passing): Promise<boolean> {
  const { reply, style } = passing;
  const isStream = isEventStream({ 'content-type': reply.headers['content-type'] ?? '' });
  if (isStream && !style.eventsAtOnce) return passEvents(passing, reply);
  const { body, rest } = isStream
    ? await soonWhole(reply)
    : { body: await wholeBody(reply), rest: undefined };
  if (rest) return passEvents({ ...passing, style: withoutLength(style) }, rest);
  const told = putInStyle(passing, body, framingOf(reply, body));
  if (told.isChanged) await passing.tellOrigin(told);
  await writeHead(passing, told);
  await writeBody(passing, told.body);
  return isStream || told.isChanged || isPutOtherwise(passing);
}

/** The body of a stream that ends soon; else all of it as it goes on coming, for whoever asked may wait to hang up. */
async function soonWhole(reply: AsyncIterable<Buffer>) {
  const stream = reply[Symbol.asyncIterator]();
  const chunks: Buffer[] = [];
  const late = delay(WHOLE_WITHIN_MS, 'late' as const);
  for (;;) {
    const next = stream.next();
    const first = await Promise.race([next, late]);
    if (first === 'late') return { body: Buffer.alloc(0), rest: goingOn(chunks, next, stream) };
    if (first.done) return { body: Buffer.concat(chunks), rest: undefined };
    chunks.push(first.value);
  }
}

const WHOLE_WITHIN_MS = 1_000;

/** Nobody knows the length of what goes on coming. */
function withoutLength({ framing: _framing, ...style }: ReplyStyle): ReplyStyle {
  return style;
}

async function* goingOn(
  chunks: readonly Buffer[],
  pending: Promise<IteratorResult<Buffer>>,
  stream: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer> {
  yield Buffer.concat(chunks);
  for (let next = await pending; !next.done; next = await stream.next()) yield next.value;
}

async function passEvents(passing: Passing, body: AsyncIterable<Buffer>): Promise<boolean> {
  const { answer, style } = passing;
  const told = putInStyle(passing, Buffer.alloc(0), 'chunked');
  await writeHead(passing, told);
  answer.flushHeaders();
  let isChanged = told.isChanged || isPutOtherwise(passing);
  const said = async function* () {
    let text = '';
    for await (const event of eventsIn(body)) {
      const put = style.event?.(event) ?? event;
      isChanged ||= put !== event;
      text += put;
      yield put;
    }
    if (isChanged) await passing.tellOrigin({ headers: told.headers, body: Buffer.from(text) });
  };
  await pipeline(said, answer);
  return isChanged;
}

function putInStyle({ reply, style, occasion }: Passing, body: Buffer, framing: Framing): Styled {
  const ends = style.close === 'announced' || style.framing === 'until-close';
  const message = { headers: headerList(reply.rawHeaders), body };
  return styled(message, style, occasion, { framing, connection: ends ? 'close' : 'keep-alive' });
}

async function writeHead({ reply, answer, style, pauseMs }: Passing, { headers }: Styled): Promise<void> {
  if (pauseMs > 0) await delay(pauseMs);
  if (style.continues) answer.writeContinue();
  if (style.earlyHints) answer.writeEarlyHints({ link: '</health>; rel=preload' });
  if (style.close === 'unannounced') answer.once('finish', () => answer.socket?.end());
  if (style.framing === 'until-close') answer.useChunkedEncodingByDefault = false;
  answer.sendDate = false;
  answer.writeHead(reply.statusCode ?? 0, style.reason ?? reply.statusMessage ?? '', headers.flat());
}

/** In one write with the head, unless there is a pause to be made in the middle. */
async function writeBody({ answer, pauseMs }: Passing, body: Buffer): Promise<void> {
  const middle = pauseMs > 0 ? Math.floor(body.length / 2) : 0;
  if (middle > 0) {
    answer.write(body.subarray(0, middle));
    await delay(pauseMs);
  }
  answer.end(body.subarray(middle));
}

/** Whether the style shows in something else than headers and body. */
function isPutOtherwise({ reply, style, pauseMs }: Passing): boolean {
  const isOtherReason = style.reason !== undefined && style.reason !== reply.statusMessage;
  const isAnnounced = style.earlyHints === true || style.continues === true;
  return isOtherReason || isAnnounced || style.close !== undefined || pauseMs > 0;
}

/** A body whose end was told by the end of the connection gets its length. */
function framingOf({ headers }: IncomingMessage, body: Buffer): Framing {
  if (headers['transfer-encoding'] !== undefined) return 'chunked';
  return headers['content-length'] === undefined && body.length === 0 ? 'none' : 'length';
}
