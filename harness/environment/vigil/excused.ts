import type { Grip } from '../handling/grip.ts';
import type { Vigil } from './vigil.ts';

/**
 * The grip on a service whose owner keeps a vigil: what is done by it is no loss. An order that fails and leaves the
 * service running excuses nothing that comes after it.
 */
export function excused(grip: Grip, vigil: Vigil): Grip {
  const { service, signals, life } = grip;
  const excusing = async (order: () => Promise<void>) => {
    vigil.excuse(service);
    try {
      await order();
    } catch (error) {
      if ((await grip.state()) === 'running') vigil.expect(service);
      throw error;
    }
  };
  return {
    ...grip,
    ...(signals && {
      signals: {
        kill: (signal, budget) => excusing(() => signals.kill(signal, budget)),
        pause: (budget) => excusing(() => signals.pause(budget)),
        resume: async (budget) => {
          await signals.resume(budget);
          vigil.expect(service);
        },
      },
    }),
    ...(life && { life: { ...life, stop: (budget) => excusing(() => life.stop(budget)) } }),
  };
}
