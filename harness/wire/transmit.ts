import { Pool } from 'undici';
import { unsendable } from '../support/sendable-headers.ts';
import { connector } from './connect.ts';
import { decodeContent } from './content-coding.ts';
import type { TransportFailure } from './exchange.ts';
import { failureOf, hang } from './failure.ts';
import { framed, inChunks } from './framing.ts';
import { firstEventIn, untilFirstEvent } from './hang-up.ts';
import { isEventStream } from './reply/events.ts';

/** A request exactly as it goes out: nothing is added but `host`, `connection` and the framing header. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly deadlineMs: number;
  /** Takes the first event of a stream and hangs up; a reply that is no stream stays whole. */
  readonly hangUp?: boolean;
}

/**
 * A reply as it came, but for its content coding: that is off the body, and named. A body that is not what its header
 * says stays as it is. `truncated` when it was longer than the cap or the deadline cut it.
 */
export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly truncated: boolean;
  readonly coding?: string;
  /** More was to come when the connection was closed. */
  readonly cut?: boolean;
}

/** A reply, a failure, or both when the body broke off after the head had come. */
export interface Transmission {
  readonly durationMs: number;
  readonly reply?: WireReply;
  readonly failure?: TransportFailure;
}

/** Connections kept per origin; close it and they are gone. */
export interface Transport extends AsyncDisposable {
  transmit(request: WireRequest): Promise<Transmission>;
}

/** No reply is read beyond this many bytes. */
export const REPLY_CAP_BYTES = 32 * 1024 * 1024;

/**
 * Raw HTTP/1.1 by undici: no redirects, no retries; a transport error or a passed deadline is data.
 * Idle connections close after a second, before a server would, so that none is found dead when reused.
 */
export function openTransport(replyCapBytes = REPLY_CAP_BYTES): Transport {
  const pools = new Map<string, Pool>();
  return {
    transmit: (request) => transmit(poolFor(pools, request.url), request, replyCapBytes),
    async [Symbol.asyncDispose]() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
      pools.clear();
    },
  };
}

function poolFor(pools: Map<string, Pool>, url: string): Pool {
  const { origin } = new URL(url);
  const known = pools.get(origin);
  if (known) return known;
  const pool = new Pool(origin, {
    keepAliveTimeout: 1_000,
    keepAliveMaxTimeout: 1_000,
    ...UNTIMED,
    connect: connector(),
  });
  pools.set(origin, pool);
  return pool;
}

const UNTIMED = { headersTimeout: 0, bodyTimeout: 0 } as const;

async function transmit(pool: Pool, request: WireRequest, capBytes: number): Promise<Transmission> {
  const why = unsendable(request.headers, request.body.length);
  if (why !== undefined)
    return { durationMs: 0, failure: { code: 'UNSENDABLE', message: why, before: 'sending' } };
  const startedMs = performance.now();
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), request.deadlineMs);
  const progress: { reply?: WireReply } = {};
  try {
    await exchange(pool, request, capBytes, abort.signal, progress);
    return { durationMs: performance.now() - startedMs, ...progress };
  } catch (error) {
    const failure = abort.signal.aborted ? hang(request.deadlineMs) : failureOf(error);
    return { durationMs: performance.now() - startedMs, ...progress, failure };
  } finally {
    clearTimeout(timer);
  }
}

async function exchange(
  pool: Pool,
  request: WireRequest,
  capBytes: number,
  signal: AbortSignal,
  progress: { reply?: WireReply },
): Promise<void> {
  const { pathname, search } = new URL(request.url);
  const { headers, isChunked } = framed(request.headers);
  const answer = await pool.request({
    path: pathname + search,
    method: request.method,
    headers,
    body: isChunked ? inChunks(request.body) : request.body,
    signal,
  });
  const head = { status: answer.statusCode, headers: flat(answer.headers) };
  const coding = head.headers['content-encoding'];
  const hangsUp = request.hangUp === true && isEventStream(head.headers);
  const chunks: Buffer[] = [];
  let bytes = 0;
  const seen = { cut: false };
  progress.reply = { ...head, body: Buffer.alloc(0), truncated: true };
  try {
    for await (const chunk of hangsUp
      ? untilFirstEvent(answer.body, coding, () => (seen.cut = true))
      : answer.body) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > capBytes) break;
    }
    const body = Buffer.concat(chunks);
    const decoded =
      bytes > capBytes
        ? { body: body.subarray(0, capBytes) }
        : decodeContent(body, coding, { isBeginning: seen.cut });
    const first = hangsUp ? firstEventIn(chunks, coding) : undefined;
    progress.reply = {
      ...{ ...head, body, ...decoded, truncated: bytes > capBytes },
      ...(first && { body: first }),
      ...(seen.cut && { cut: true }),
    };
  } catch (error) {
    progress.reply = { ...head, body: Buffer.concat(chunks), truncated: true };
    throw error;
  }
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
