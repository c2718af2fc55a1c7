import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const busyIsUnreachable: Fault = {
  id: 'P-contract-busy-is-unreachable',
  title: 'an agent that hangs up counts as unreachable',
  plant: onPlatform(at('platform.isBusy', () => () => false)),
  kills: [{ cases: ['A.10-unreached@closed', 'A.10-unreached@reset'], reason: /^the sender is told: 502/ }],
};
