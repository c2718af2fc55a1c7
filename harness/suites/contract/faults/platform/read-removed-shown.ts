import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const readRemovedShown: Fault = {
  id: 'P-read-removed-shown',
  title: 'a removed workspace reads like any other',
  rule: 'removedIsGone',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.readWorkspace', (read) => (platform, id) => read(platform, id, true))],
  },
  kills: [{ cases: ['F.3-removed-gone'], reason: /^it is gone: 200 / }],
};
