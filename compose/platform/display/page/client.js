import { watchKeys } from './keys.js';
import { acquire, release } from './lease.js';
import { policy } from './policy.js';
import { openStream } from './stream.js';

/**
 * Takes control of one desktop at a time (I.5). The lease is renewed without touching the session; a session that broke
 * off is opened again under a lease that was asked for anew. Whatever belongs to a desktop that is not wanted any more is
 * dropped: `current` tells. `show` is told every change, for people.
 */
export function openClient(screen, show) {
  const keys = watchKeys(screen);
  let current;

  const take = async (workspaceId) => {
    leave();
    const mine = { workspaceId, attempts: 0 };
    current = mine;
    show({ state: 'connecting' });
    const asked = await acquire(workspaceId);
    if (current !== mine) return;
    if (asked.is !== 'granted') return giveUp(mine, asked);
    mine.lease = asked;
    mine.renewal = setInterval(() => renew(mine), policy.renewEveryMs);
    dial(mine);
  };

  const renew = async (mine) => {
    const asked = await acquire(mine.workspaceId);
    if (current !== mine) return;
    if (asked.is === 'granted') mine.lease = asked;
    show({
      lease: mine.lease,
      warning: asked.is === 'granted' ? '' : `Renewal fails: ${asked.said ?? asked.by}`,
    });
  };

  const dial = (mine) => {
    mine.stream = openStream(screen, mine.lease, {
      onLive: (rfb) => {
        mine.attempts = 0;
        keys.letGo(rfb);
        rfb.focus();
        show({ state: 'live', lease: mine.lease });
      },
      onEnd: ({ isMeant }) => {
        keys.brokeOff();
        if (current !== mine) return;
        if (isMeant) return giveUp(mine, { is: 'ended' });
        reconnect(mine);
      },
    });
  };

  const reconnect = (mine) => {
    mine.attempts += 1;
    if (mine.attempts > policy.mostAttempts) return giveUp(mine, { is: 'lost' });
    show({ state: 'reconnecting', attempt: mine.attempts });
    mine.waiting = setTimeout(async () => {
      const asked = await acquire(mine.workspaceId);
      if (current !== mine) return;
      if (asked.is === 'held') return giveUp(mine, asked);
      if (asked.is !== 'granted') return reconnect(mine);
      mine.lease = asked;
      dial(mine);
    }, policy.delayMs(mine.attempts));
  };

  /** Ends what is there; nothing that it has begun comes back. */
  const leave = () => {
    const mine = current;
    current = undefined;
    if (!mine) return;
    clearInterval(mine.renewal);
    clearTimeout(mine.waiting);
    mine.stream?.close();
  };

  const giveUp = (mine, { is, by, said }) => {
    leave();
    show({ state: is, workspaceId: mine.workspaceId, by, said });
  };

  return {
    take,
    giveBack: async () => {
      const mine = current;
      leave();
      if (mine) await release(mine.workspaceId);
      show({ state: 'ended' });
    },
  };
}
