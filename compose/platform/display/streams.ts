import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import type { Timer } from '../clock.ts';
import type { Platform } from '../platform.ts';
import { currentLease, type Lease } from './lease.ts';

/** However long its lease is extended, a session ends after 12 hours (I.4). */
const SESSION_CAP_MS = 43_200_000;
/** A lease that its timer finds alive still is looked at again, this much later at the earliest. */
const LOOK_AGAIN_MS = 20;

/** The sessions that are open. A lease that ends, ends its stream: a clause of our own, which upstream forgot (I.4). */
export interface Streams {
  /** Watches over a session under a lease; `end` is called once when it must not go on. Answers how to stop watching. */
  watch(workspaceId: string, lease: Lease, end: () => void): () => void;
  /** Looks at the sessions of a workspace whose lease may have changed hands. */
  look(workspaceId: string): void;
}

interface Stream {
  readonly workspaceId: string;
  readonly holder: string;
  readonly end: () => void;
  timer: Timer | undefined;
}

/** Nobody has a session yet. */
export function openStreams(platform: Platform): Streams {
  const open = new Set<Stream>();
  const look = (stream: Stream) =>
    platform.background.start('look at a session', async () => {
      const ended = await endOf(platform, stream.workspaceId, stream.holder);
      if (!open.has(stream)) return;
      if (ended === undefined) return stream.end();
      stream.timer?.cancel();
      stream.timer = platform.clock.after(Math.max(LOOK_AGAIN_MS, ended - platform.clock.nowMs()), () =>
        look(stream),
      );
    });
  return {
    watch: (workspaceId, { controlled_by: holder }, end) => {
      const stream: Stream = { workspaceId: workspaceId.toLowerCase(), holder, end, timer: undefined };
      const cap = platform.clock.after(SESSION_CAP_MS, end);
      open.add(stream);
      look(stream);
      return () => {
        open.delete(stream);
        stream.timer?.cancel();
        cap.cancel();
      };
    },
    look: (workspaceId) => {
      for (const stream of open) if (stream.workspaceId === workspaceId.toLowerCase()) look(stream);
    },
  };
}

/** Until when a holder may watch, in milliseconds since the epoch; undefined when that is over. */
export const endOf = seam('platform.displaySessionEnd', endOfLease);

async function endOfLease(
  platform: Platform,
  workspaceId: string,
  holder: string,
): Promise<number | undefined> {
  try {
    const lease = await currentLease(platform, workspaceId);
    return lease?.controlled_by === holder ? Date.parse(lease.expires_at) : undefined;
  } catch (error) {
    platform.log.error({ reason: messageOf(error) }, 'a session could not be looked at, so it ends');
    return undefined;
  }
}
