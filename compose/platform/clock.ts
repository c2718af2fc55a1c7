/** A pending call that can be taken back or started over. */
export interface Timer {
  cancel(): void;
  restart(): void;
}

/** The only source of time in the service; times are milliseconds since the epoch. */
export interface Clock {
  nowMs(): number;
  after(delayMs: number, run: () => void): Timer;
}

/** What a timer can wait at most; Node fires a longer one at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The machine's clock; its timers never keep the process alive. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, Math.min(delayMs, LONGEST_TIMER_MS)).unref();
    return { cancel: () => clearTimeout(timer), restart: () => timer.refresh() };
  },
};
