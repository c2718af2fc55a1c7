import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { seam } from '../../seam.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import { validateDispatchUrl } from '../ssrf/dispatch-url.ts';
import { isCanvas, type RoutedCall } from './call.ts';
import { startIdleTimer } from './idle-timer.ts';

/** Bytes of an agent's answer that are passed on; what follows is cut off silently (A.7). */
export const RESPONSE_CAP_BYTES = 10_485_760;
const AGENT_CALL_CEILING_MS = 1_800_000;

/** What became of a dispatch; `unreadable` = a status came and the body broke off, behind the bytes that had come. */
export type DispatchOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly body: Buffer }
  | {
      readonly kind: 'unreadable';
      readonly status: number;
      readonly error: unknown;
      readonly partial?: Buffer;
    }
  | { readonly kind: 'unreachable'; readonly error: unknown };

/** Step 11: sends the bytes to the registered URL and reads the answer; redirects are not followed (A.7). */
export const dispatch = seam('platform.dispatch', sendToAgent);

async function sendToAgent(call: RoutedCall): Promise<DispatchOutcome | Refusal> {
  const { platform, url } = call;
  const { deployMode, development } = platform.config;
  const verdict = await validateDispatchUrl(url, { deployMode, development }, platform.resolve);
  if (!verdict.allowed) return refuse(500, 'failed to create proxy request');
  const ceilingMs = isCanvas(call) || call.hasDeadline ? undefined : AGENT_CALL_CEILING_MS;
  const idle = startIdleTimer(platform, call.targetId.toLowerCase(), ceilingMs);
  try {
    return await exchange(platform.dialler, url, call.bytes, idle.signal);
  } finally {
    idle.stop();
  }
}

async function exchange(
  dialler: Dispatcher,
  url: string,
  bytes: Buffer,
  signal: AbortSignal,
): Promise<DispatchOutcome> {
  let answer: Dispatcher.ResponseData;
  try {
    answer = await dialler.request(agentRequest(url, bytes, signal));
  } catch (error) {
    return { kind: 'unreachable', error: signal.aborted ? signal.reason : error };
  }
  const status = answer.statusCode;
  const chunks: Buffer[] = [];
  try {
    return { kind: 'answered', status, body: await readAnswer(answer, chunks) };
  } catch (error) {
    return { kind: 'unreadable', status, error, partial: Buffer.concat(chunks) };
  }
}

/** Nothing of the caller's headers is handed on; credentials in the URL become Basic authorisation. */
function agentRequest(url: string, body: Buffer, signal: AbortSignal): Dispatcher.RequestOptions {
  const { origin, pathname, search, username, password } = new URL(url);
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'user-agent': 'molecule-platform',
    'accept-encoding': 'gzip',
  };
  if (username !== '' || password !== '') {
    const userinfo = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    headers.authorization = `Basic ${Buffer.from(userinfo).toString('base64')}`;
  }
  return { origin, path: pathname + search, method: 'POST', headers, body, signal };
}

async function readAnswer(answer: Dispatcher.ResponseData, chunks: Buffer[]): Promise<Buffer> {
  const encoding = String(answer.headers['content-encoding'] ?? '').toLowerCase();
  if (encoding !== 'gzip') return readCapped(answer.body, chunks);
  // A pipeline destroys the connection's side too when reading ends early, at the cap or at a broken stream.
  return readCapped(
    pipeline(answer.body, createGunzip(), () => undefined),
    chunks,
  );
}

async function readCapped(stream: AsyncIterable<Buffer>, chunks: Buffer[]): Promise<Buffer> {
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= RESPONSE_CAP_BYTES) break;
  }
  const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  return body.subarray(0, RESPONSE_CAP_BYTES);
}
