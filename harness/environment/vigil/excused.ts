import type { Action } from '../handling/actions.ts';
import type { Grip } from '../handling/grip.ts';
import { isBackAfter } from './is-back.ts';
import type { Vigil } from './vigil.ts';

/**
 * The grip on a service whose owner keeps a vigil: what is done by it is no loss. An order that fails and leaves the
 * service running excuses nothing that comes after it.
 */
export function excused(grip: Grip, vigil: Vigil): Grip {
  const { service, signals, life } = grip;
  const excusing = async (action: Action, order: () => Promise<void>) => {
    vigil.excuse(service);
    try {
      await order();
      if (isBackAfter(action, 'done', undefined)) vigil.expect(service);
    } catch (error) {
      const stateAfter = await grip.state().catch(() => undefined);
      if (isBackAfter(action, 'failed', stateAfter)) vigil.expect(service);
      throw error;
    }
  };
  return {
    ...grip,
    ...(signals && {
      signals: {
        kill: (signal, budget) => excusing('kill', () => signals.kill(signal, budget)),
        pause: (budget) => excusing('pause', () => signals.pause(budget)),
        resume: (budget) => excusing('continue', () => signals.resume(budget)),
      },
    }),
    ...(life && { life: { ...life, stop: (budget) => excusing('kill', () => life.stop(budget)) } }),
  };
}
