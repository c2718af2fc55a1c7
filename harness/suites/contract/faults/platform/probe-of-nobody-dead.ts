import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const probeOfNobodyDead: Fault = {
  id: 'M123',
  title: 'a box is gone unless somebody knows that it runs',
  plant: onPlatform(
    at('platform.probeDead', (probe) => async (platform, target) => {
      if (!target.instance_id || !platform.controlPlane) return probe(platform, target);
      const runs = await platform.controlPlane.isRunning(target.id, target.instance_id).catch(() => false);
      return !runs;
    }),
  ),
  kills: [{ cases: ['A.11-unknown-is-alive'], reason: /^the sender is told: 503/ }],
};
