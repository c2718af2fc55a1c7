import { setTimeout as delay } from 'node:timers/promises';
import { parseJson } from '../support/parse-json.ts';
import type { Exchange } from './exchange.ts';
import { textOfRecorded } from './recorded-body.ts';
import type { Sender, Sending, Sent } from './sender.ts';

const TOO_MANY = 429;

/** What a person can do about a limit. */
const ADVICE =
  'Lift its limit for Assay (RATE_LIMIT of a workspace-server), or do less at a time (--workers 1)';

/**
 * A sender that does as a limiter below `origin` asks: it waits and sends the same again, as long as the deadline of the
 * request allows. What was refused so has not been looked at by anybody; each try is an exchange of its own.
 */
export function heedingLimits(sender: Sender, origin: string | undefined): Sender {
  if (origin === undefined) return sender;
  return {
    send: (sending) => (isBelow(sending.url, origin) ? sendHeeding(sender, sending) : sender.send(sending)),
  };
}

/** Why an exchange says nothing about the subject but that it limits the rate; nothing when it was not limited. */
export function whyLimited({ request, response }: Exchange): string | undefined {
  if (response?.status !== TOO_MANY) return undefined;
  return limitedInWords(
    `${request.method} ${new URL(request.url).pathname}`,
    retryAfterMs(response.headers, textOfRecorded(response.body)),
  );
}

/** The same of a request that somebody else has sent. */
export function limitedInWords(what: string, waitMs?: number): string {
  const wait =
    waitMs === undefined ? '' : ` and asks to wait ${Math.ceil(waitMs / 1000)} s, longer than the deadline`;
  return `The subject limits the rate: ${what} was answered with ${TOO_MANY}${wait}. ${ADVICE}.`;
}

/** A limiter that has asked so often to come again means something else; perhaps it is no limiter. */
const MAX_TRIES = 5;

async function sendHeeding(sender: Sender, sending: Sending): Promise<Sent> {
  const end = performance.now() + sending.deadlineMs;
  for (let tried = 1; ; tried += 1) {
    const deadlineMs = Math.max(1, Math.round(end - performance.now()));
    const sent = await sender.send({ ...sending, deadlineMs });
    const { reply } = sent;
    if (reply?.status !== TOO_MANY || tried === MAX_TRIES) return sent;
    const waitMs = retryAfterMs(reply.headers, reply.body.toString('utf8'));
    if (waitMs === undefined || performance.now() + waitMs >= end) return sent;
    await delay(waitMs);
  }
}

/** By the header, in seconds or as a date, or by the member `retry_after` of the body. */
function retryAfterMs(headers: Readonly<Record<string, string>>, body: string): number | undefined {
  const told: unknown = headers['retry-after'] ?? Reflect.get(Object(parseJson(body)), 'retry_after');
  if (told === undefined || told === '') return undefined;
  const seconds = Number(told);
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(String(told)) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}

function isBelow(url: string, origin: string): boolean {
  return url.startsWith(`${origin.replace(/\/$/, '')}/`);
}
