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

/** The machine's clock; its timers never keep the process alive. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs).unref();
    return { cancel: () => clearTimeout(timer), restart: () => timer.refresh() };
  },
};
