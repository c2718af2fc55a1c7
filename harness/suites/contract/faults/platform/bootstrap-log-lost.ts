import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const bootstrapLogLost: Fault = {
  id: 'P-bootstrap-log-lost',
  title: 'the log of a failed boot is not told',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.failBootstrap',
        (fail) => (platform, id, body) => fail(platform, id, { ...body, log_tail: '' }),
      ),
    ],
  },
  kills: [{ cases: ['F.5-bootstrap-failed'], reason: /^its event: .*log_tail/ }],
};
