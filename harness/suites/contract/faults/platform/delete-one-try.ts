import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteOneTry: Fault = {
  id: 'P-delete-one-try',
  title: 'a stop that fails is not tried again',
  rule: 'stopHeedsStatus',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.stopInstance', () => async ({ controlPlane }, { id, instance_id: instance }, prune) => {
        await controlPlane?.stop(id, instance ?? '', prune);
      }),
    ],
  },
  kills: [{ cases: ['F.4-stop-fails'], reason: /^calls: 1;/ }],
};
