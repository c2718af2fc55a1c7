import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const probeAlwaysDead: Fault = {
  id: 'P-contract-probe-always-dead',
  title: 'a box that refuses is always taken to be gone',
  plant: onPlatform(
    at(
      'platform.probeDead',
      (probe) => async (platform, target) => target.instance_id !== null || probe(platform, target),
    ),
  ),
  kills: [{ cases: ['A.11-running', 'A.11-unknown-is-alive'], reason: /^the sender is told: 503/ }],
};
