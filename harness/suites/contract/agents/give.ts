import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from './answer.ts';

/** Gives an answer, byte for byte as it says; one that hangs is ended by whoever hangs up. */
export async function give(response: ServerResponse, answer: Answer): Promise<void> {
  const { status = 200, delayMs = 0, hangs, breaks, stalls, pauseMs } = answer;
  if (hangs) return;
  if (delayMs > 0) await delay(delayMs);
  if (breaks === 'close') return void response.socket?.end();
  if (breaks === 'reset') return void response.socket?.resetAndDestroy();
  const body = bytesOf(answer);
  response.writeHead(status, headersOf(answer, body));
  const half = Math.floor(body.length / 2);
  if (breaks === 'half')
    return void response.write(body.subarray(0, half), () => response.socket?.resetAndDestroy());
  if (stalls) return void response.write(body.subarray(0, half));
  if (pauseMs !== undefined) {
    response.write(body.subarray(0, half));
    await delay(pauseMs);
    return void response.end(body.subarray(half));
  }
  response.end(body);
}

function bytesOf({ json, body = '' }: Answer): Buffer {
  return Buffer.from(json === undefined ? (body as string) : JSON.stringify(json));
}

/** A body of a status that has none is not announced. */
function headersOf({ status = 200, headers = {}, json }: Answer, { length }: Buffer): Record<string, string> {
  const framing = status === 204 || status === 304 ? {} : { 'content-length': `${length}` };
  return { ...(json !== undefined && { 'content-type': 'application/json' }), ...framing, ...headers };
}
