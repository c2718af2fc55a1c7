import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const startLimitNone: Fault = {
  id: 'P-start-limit-none',
  title: 'a start may take for ever',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.provisionTimeoutMs', () => () => Number.MAX_SAFE_INTEGER / 2)],
  },
  kills: [{ cases: ['F.5-too-long'], reason: /^its status behind: .*provisioning/ }],
};
