import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { eventsIn } from './hop-events.ts';
import {
  headerList,
  type Message,
  type Occasion,
  type ReplyStyle,
  type Styled,
  styled,
} from './hop-style.ts';
import { isEventStream } from './reply-events.ts';

/**
 * Gives a reply on in a style and answers whether that was otherwise than it came. Rejects when the reply breaks off,
 * and when whoever asked is gone.
 */
export async function answerWith(
  reply: IncomingMessage,
  answer: ServerResponse,
  style: ReplyStyle,
  occasion: Occasion,
  nth: number,
): Promise<boolean> {
  const pauseMs = style.pauseMs?.(nth) ?? 0;
  const isStream = isEventStream({ 'content-type': reply.headers['content-type'] ?? '' });
  const goesOn = isStream && style.eventsAtOnce !== true;
  const body = goesOn ? Buffer.alloc(0) : await wholeBody(reply);
  const message: Message = { headers: headerList(reply.rawHeaders), body };
  const told = styled(message, style, occasion, {
    framing: goesOn ? 'chunked' : framingOf(reply, body),
    connection: style.close === 'announced' || style.framing === 'until-close' ? 'close' : 'keep-alive',
  });
  if (pauseMs > 0) await delay(pauseMs);
  if (style.earlyHints) answer.writeEarlyHints({ link: '</health>; rel=preload' });
  writeHead(answer, style.framing, told, reply.statusCode ?? 0, style.reason ?? reply.statusMessage ?? '');
  if (style.close === 'unannounced') answer.once('finish', () => answer.socket?.end());
  const isOtherStream = goesOn && (await passEvents(reply, answer, style));
  if (!goesOn) await writeBody(answer, told.body, pauseMs);
  const isOtherwise =
    style.close !== undefined || style.earlyHints === true || pauseMs > 0 || (isStream && !goesOn);
  const isOtherReason = style.reason !== undefined && style.reason !== reply.statusMessage;
  return told.isChanged || isOtherStream || isOtherwise || isOtherReason;
}

function writeHead(
  answer: ServerResponse,
  framing: ReplyStyle['framing'],
  { headers }: Styled,
  status: number,
  reason: string,
): void {
  answer.sendDate = false;
  if (framing === 'until-close') answer.useChunkedEncodingByDefault = false;
  answer.writeHead(status, reason, headers.flat());
}

/** In one write with the head, unless there is a pause to be made in the middle. */
async function writeBody(answer: ServerResponse, body: Buffer, pauseMs: number): Promise<void> {
  const middle = pauseMs > 0 ? Math.floor(body.length / 2) : 0;
  if (middle > 0) {
    answer.write(body.subarray(0, middle));
    await delay(pauseMs);
  }
  answer.end(body.subarray(middle));
}

async function passEvents(
  reply: IncomingMessage,
  answer: ServerResponse,
  style: ReplyStyle,
): Promise<boolean> {
  let isChanged = false;
  answer.flushHeaders();
  for await (const event of eventsIn(reply as AsyncIterable<Buffer>)) {
    const said = style.event?.(event) ?? event;
    isChanged ||= said !== event;
    if (!answer.write(said)) await once(answer, 'drain');
  }
  answer.end();
  return isChanged;
}

/** A body whose end was told by the end of the connection gets its length. */
function framingOf({ headers }: IncomingMessage, body: Buffer): 'length' | 'chunked' | 'none' {
  if (headers['transfer-encoding'] !== undefined) return 'chunked';
  return headers['content-length'] === undefined && body.length === 0 ? 'none' : 'length';
}

async function wholeBody(reply: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of reply as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
