import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const probeWithout524: Fault = {
  id: 'M129',
  title: '524 asks for no box',
  plant: onPlatform(
    at('platform.isDeadStatus', (isDead) => (status, rules) => status !== 524 && isDead(status, rules)),
  ),
  kills: [{ cases: ['A.11-dead@524'], reason: /^the sender is told: 524/ }],
};
