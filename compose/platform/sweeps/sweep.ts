import type { Timer } from '../clock.ts';
import type { Platform } from '../platform.ts';
import { sweepProvisioning } from './provision-timeout.ts';
import { sweepSilent } from './silence.ts';

const SWEEPS = [
  { name: 'health sweep', everyMs: 15_000, work: sweepSilent },
  { name: 'provision timeout sweep', everyMs: 30_000, work: sweepProvisioning },
] as const;

/** Starts the sweeps of E.3 on the platform's clock; disposing them stops what has not begun. */
export function startSweeps(platform: Platform): Disposable {
  const running = SWEEPS.map(({ name, everyMs, work }) =>
    repeat(platform, everyMs, () => platform.background.start(name, () => work(platform))),
  );
  return {
    [Symbol.dispose]: () => {
      for (const sweep of running) sweep[Symbol.dispose]();
    },
  };
}

/** At a fixed pace; a sweep that is due while the last one runs follows it at once, and is never lost. */
function repeat(platform: Platform, everyMs: number, work: () => Promise<void>): Disposable {
  let timer: Timer;
  let isWanted = false;
  let isRunning = false;
  const run = async () => {
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      await work();
    }
    isRunning = false;
  };
  const tick = () => {
    timer = platform.clock.after(everyMs, tick);
    isWanted = true;
    if (!isRunning) void run();
  };
  timer = platform.clock.after(everyMs, tick);
  return { [Symbol.dispose]: () => timer.cancel() };
}
