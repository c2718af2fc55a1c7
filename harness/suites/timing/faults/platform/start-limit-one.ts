import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const startLimitOne: Fault = {
  id: 'M001',
  title: 'one limit of 10 min holds for the starts of all runtimes',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.provisionTimeoutMs', () => () => 600_000)],
  },
  kills: [{ cases: ['F.5-too-long@hermes'], reason: /^its status before: .*failed/ }],
};
