import type { Clock, Timer } from './clock.ts';

/** A clock that runs on with real time, from the real time, and can be put forward. */
export interface DrivenClock extends Clock {
  /**
   * Puts it forward by `ms` milliseconds; answers the time it then shows. What becomes due on the way happens in the
   * order of its time, at that time, and what it does at once is done before the next; times of work that goes on, such
   * as a statement's, are not waited for. Calls wait for each other.
   */
  advance(ms: number): Promise<number>;
}

/** Where the distance to real time is kept, so that the database follows and a restart loses nothing. */
export interface ShiftStore {
  write(shiftMs: number): Promise<void>;
}

interface Pending {
  dueMs: number;
  readonly run: () => void;
  handle: NodeJS.Timeout | undefined;
}

/** What a timer can wait at most; Node fires a longer one at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Starts `shiftMs` ahead of `realNowMs`, which is the machine's time unless told otherwise. */
export function createDrivenClock(store: ShiftStore, shiftMs: number, realNowMs = Date.now): DrivenClock {
  const pending = new Set<Pending>();
  let aheadMs = shiftMs;
  let last: Promise<unknown> = Promise.resolve();
  const nowMs = () => realNowMs() + aheadMs;
  const fire = (timer: Pending) => {
    disarm(timer);
    if (timer.dueMs > nowMs()) return arm(timer);
    pending.delete(timer);
    timer.run();
  };
  const arm = (timer: Pending) => {
    disarm(timer);
    pending.add(timer);
    const leftMs = Math.min(Math.max(timer.dueMs - nowMs(), 0), LONGEST_TIMER_MS);
    timer.handle = setTimeout(() => fire(timer), leftMs).unref();
  };
  const moveTo = async (timeMs: number) => {
    const shift = Math.max(aheadMs, timeMs - realNowMs());
    await store.write(shift);
    aheadMs = shift;
  };
  const advance = async (ms: number) => {
    const untilMs = nowMs() + ms;
    for (let next = firstOf(pending, untilMs); next; next = firstOf(pending, untilMs)) {
      await moveTo(next.dueMs);
      if (pending.has(next)) fire(next);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await moveTo(untilMs);
    for (const timer of pending) arm(timer);
    return nowMs();
  };
  return {
    nowMs,
    after(delayMs, run): Timer {
      const timer: Pending = { dueMs: nowMs() + delayMs, run, handle: undefined };
      arm(timer);
      return {
        cancel: () => {
          disarm(timer);
          pending.delete(timer);
        },
        restart: () => {
          timer.dueMs = nowMs() + delayMs;
          arm(timer);
        },
      };
    },
    advance: (ms) => {
      const turn = last.then(() => advance(ms));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

function disarm(timer: Pending): void {
  clearTimeout(timer.handle);
  timer.handle = undefined;
}

/** Of those that are due by then the one that is due first; of several at one time the one that was set first. */
function firstOf(pending: ReadonlySet<Pending>, untilMs: number): Pending | undefined {
  return [...pending]
    .filter(({ dueMs }) => dueMs <= untilMs)
    .reduce<Pending | undefined>(
      (first, each) => (first && first.dueMs <= each.dueMs ? first : each),
      undefined,
    );
}
