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

/** A sweep that takes long is not begun again before it is done. */
function repeat(platform: Platform, everyMs: number, work: () => Promise<void>): Disposable {
  let stopped = false;
  let timer: Timer | undefined;
  const next = () => {
    if (stopped) return;
    timer = platform.clock.after(everyMs, () => void work().then(next));
  };
  next();
  return {
    [Symbol.dispose]: () => {
      stopped = true;
      timer?.cancel();
    },
  };
}
