import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Budget } from '../handling/grip.ts';
import type { Readiness } from '../process/wait-ready.ts';

/** What one GET came to. */
export type ProbeAnswer =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'failed'; readonly code: string };

/** Also the last question before a deadline gets this long, or its answer would always be a timeout. */
const LEAST_MS = 500;

/** Sends one GET and reads the status only; never throws. `code` is the transport's, such as `ECONNREFUSED`. */
export function probeHttp(url: string, timeoutMs: number, signal: AbortSignal): Promise<ProbeAnswer> {
  return new Promise((resolve) => {
    const request = url.startsWith('https:') ? requestHttps : requestHttp;
    const probe = request(
      url,
      { agent: false, timeout: Math.max(LEAST_MS, timeoutMs), signal },
      (response) => {
        response.resume();
        resolve({ kind: 'answered', status: response.statusCode ?? 0 });
        response.destroy();
      },
    );
    probe.on('timeout', () => probe.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    probe.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ kind: 'failed', code: error.code ?? error.message }),
    );
    probe.end();
  });
}

/** The answer in words, for messages. */
export function describeProbe(answer: ProbeAnswer): string {
  return answer.kind === 'answered' ? `HTTP ${answer.status}` : answer.code;
}

/** Ready means any 2xx. */
export function isReady(answer: ProbeAnswer): boolean {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

/** One question to a service that comes up: it is ready with its own URL once `url` answers any 2xx. */
export async function askHealth(
  url: string,
  { deadline, signal }: Budget,
  reachedAt = url,
): Promise<Readiness<string>> {
  const answer = await probeHttp(url, deadline.remainingMs(), signal);
  return isReady(answer) ? { ready: true, value: reachedAt } : { ready: false, last: describeProbe(answer) };
}
