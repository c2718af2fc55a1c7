import type { Grip } from '../handling/grip.ts';
import type { Vigil } from './vigil.ts';

/** The grip on a service whose owner keeps a vigil: what is done by it is no loss. */
export function excused(grip: Grip, vigil: Vigil): Grip {
  const { service, signals, life } = grip;
  return {
    ...grip,
    ...(signals && {
      signals: {
        kill: (signal, budget) => {
          vigil.excuse(service);
          return signals.kill(signal, budget);
        },
        pause: (budget) => {
          vigil.excuse(service);
          return signals.pause(budget);
        },
        resume: async (budget) => {
          await signals.resume(budget);
          vigil.expect(service);
        },
      },
    }),
    ...(life && {
      life: {
        ...life,
        stop: (budget) => {
          vigil.excuse(service);
          return life.stop(budget);
        },
      },
    }),
  };
}
