/** What tells the time and calls again and again, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since some moment. */
  nowMs(): number;
  /** Calls `tick` until it is disposed. */
  every(ms: number, tick: () => void): Disposable;
}

/** The clock of this process; what it calls keeps no process alive. */
export const SYSTEM_CLOCK: Clock = {
  nowMs: () => performance.now(),
  every: (ms, tick) => {
    const timer = setInterval(tick, ms).unref();
    return { [Symbol.dispose]: () => clearInterval(timer) };
  },
};
