import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteDataKept: Fault = {
  id: 'P-delete-data-kept',
  title: 'the wish to erase the data does not reach the control plane',
  rule: 'stopHeedsStatus',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.stopInstance', (stop) => (platform, workspace) => stop(platform, workspace, false))],
  },
  kills: [{ cases: ['F.4-erase-data'], reason: /^the call: / }],
};
