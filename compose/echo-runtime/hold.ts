import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { seam } from '../seam.ts';
import type { AgentSetup } from './types.ts';

/** Who asks for a stream and stays has to get the rest of it some time. */
const HELD_AT_MOST_MS = 3_000;

const STREAMS: ReadonlySet<unknown> = new Set(['message/stream', 'SendStreamingMessage']);

/** Whether whoever asks has gone, once that is known, where the agent is to wait for it; an SDK carries it to agent code. */
const askers = new AsyncLocalStorage<Promise<boolean>>();

/** Runs what answers a request; agent code of a streaming call then waits with `untilGone` for its sender to hang up. */
export function heldBack<T>(setup: AgentSetup, body: Buffer, response: ServerResponse, run: () => T): T {
  if (!setup.hold || !STREAMS.has(methodOf(body))) return run();
  return askers.run(goneFrom(response), run);
}

/** Waits where the agent is to say no more before whoever asked is gone; whether that has come about. */
export const untilGone = seam(
  'runtime.untilGone',
  async (_agent: string): Promise<boolean> => (await askers.getStore()) ?? false,
);

function goneFrom(response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), HELD_AT_MOST_MS);
    response.once('close', () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

function methodOf(body: Buffer): unknown {
  try {
    return Reflect.get(Object(JSON.parse(body.toString('utf8'))), 'method');
  } catch {
    return undefined;
  }
}
