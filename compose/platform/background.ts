import type { FastifyBaseLogger } from 'fastify';

/** Work that outlives the request that began it. Failures are logged, never lost; `settled` waits for all of it. */
export interface Background {
  start(name: string, work: () => Promise<unknown>): Promise<void>;
  settled(): Promise<void>;
  /** How often each kind of work has failed, by its name. */
  failures(): ReadonlyMap<string, number>;
}

/** Keeps track of detached work, so that a shutdown can wait for it. */
export function createBackground(log: FastifyBaseLogger): Background {
  const running = new Set<Promise<void>>();
  const failed = new Map<string, number>();
  return {
    start(name, work) {
      const guarded = guard(name, work, log, failed).finally(() => running.delete(guarded));
      running.add(guarded);
      return guarded;
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
    failures: () => failed,
  };
}

async function guard(
  name: string,
  work: () => Promise<unknown>,
  log: FastifyBaseLogger,
  failed: Map<string, number>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    failed.set(name, (failed.get(name) ?? 0) + 1);
    log.error({ work: name, reason: messageOf(error) }, 'background work failed');
  }
}

/** The words of an error, also of something thrown that is none. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
