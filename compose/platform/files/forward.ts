import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import type { Destination } from './destination.ts';

const WITHIN_MS = 120_000;

/** What is asked of an agent. */
export interface Forwarded {
  readonly method: 'GET' | 'POST';
  /** With its query, below the agent's URL. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readable;
}

/** An agent's answer as it is handed on: its bytes are read by whoever sends them. */
export interface Streamed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

/** Hands a request on to an agent and its answer back, unread in both directions (G.1); no redirect is followed. */
export const forwardFile = seam('platform.forwardFile', exchange);

async function exchange(
  platform: Platform,
  { base, secret }: Destination,
  { method, path, headers = {}, body }: Forwarded,
): Promise<Streamed | Refusal> {
  const ended = new AbortController();
  const limit = platform.clock.after(WITHIN_MS, () => ended.abort(new Error('no answer within 120 s')));
  try {
    const { origin, pathname, search } = new URL(base + path);
    const answer = await platform.dialler.request({
      ...{ origin, path: pathname + search, method, signal: ended.signal, body: body ?? null },
      headers: { ...headers, authorization: `Bearer ${secret}` },
    });
    if (answer.statusCode >= 300 && answer.statusCode < 400) throw notFollowed(answer);
    answer.body.once('close', () => limit.cancel());
    return { status: answer.statusCode, headers: textsOf(answer.headers), body: answer.body };
  } catch (error) {
    limit.cancel();
    platform.log.warn({ path: path.split('?')[0], reason: messageOf(error) }, 'agent not reached for a file');
    return refuse(502, 'workspace unreachable');
  } finally {
    body?.destroy();
  }
}

function notFollowed(answer: Dispatcher.ResponseData): Error {
  answer.body.on('error', () => undefined).destroy();
  return new Error(`the agent answered ${answer.statusCode}`);
}

function textsOf(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
}
