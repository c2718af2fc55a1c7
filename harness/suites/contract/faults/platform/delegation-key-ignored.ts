import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationKeyIgnored: Fault = {
  id: 'P-delegation-key-ignored',
  title: 'a task whose key was used is sent again',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.findEarlierDelegation', () => async () => undefined),
      at(
        'platform.delegate',
        (accept) => (platform, sourceId, body) =>
          accept(platform, sourceId, body && { ...body, idempotency_key: null }),
      ),
    ],
  },
  kills: [{ cases: ['C.5-repeated'], reason: /^it is the first one: 202 / }],
};
