import type { FastifyReply } from 'fastify';
import type { Clock } from '../clock.ts';

/** Rejected with when a step of the platform outlived its request. */
export class RequestEnded extends Error {
  override readonly name = 'RequestEnded';
}

/** A signal that aborts when the client goes away before its reply is written, or after `deadlineMs`. */
export function requestSignal(
  reply: FastifyReply,
  deadlineMs: number | undefined,
  clock: Clock,
): AbortSignal {
  const controller = new AbortController();
  const end = () => controller.abort(new RequestEnded('the request has ended'));
  if (reply.raw.destroyed) end();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) end();
  });
  if (deadlineMs !== undefined) {
    const timer = clock.after(deadlineMs, end);
    reply.raw.once('close', () => timer.cancel());
  }
  return controller.signal;
}

/** The result of `work`, unless the signal aborts first; the work itself goes on and its result is dropped. */
export async function within<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  if (signal.aborted) throw signal.reason;
  let abandon = () => {};
  const ended = new Promise<never>((_, reject) => {
    abandon = () => reject(signal.reason);
    signal.addEventListener('abort', abandon, { once: true });
  });
  try {
    return await Promise.race([work(), ended]);
  } finally {
    signal.removeEventListener('abort', abandon);
  }
}
