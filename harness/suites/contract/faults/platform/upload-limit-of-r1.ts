import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const uploadLimitOfR1: Fault = {
  id: 'P-upload-limit-of-r1',
  title: 'less may be uploaded than is told',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.uploadCapBytes', () => () => 52_428_800)],
  },
  kills: [{ cases: ['G.1-limits'], reason: /^the limits: 200 / }],
};
