import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const unreachableIsBusy: Fault = {
  id: 'P-contract-unreachable-is-busy',
  title: 'an agent that nobody reaches counts as busy',
  plant: onPlatform(at('platform.isBusy', () => () => true)),
  kills: [{ cases: ['A.10-unreached@nobody-there'], reason: /^the sender is told: 202/ }],
};
