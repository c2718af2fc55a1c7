import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const createMachineAny: Fault = {
  id: 'P-create-machine-any',
  title: 'any machine may be wished for',
  rule: 'showsCompute',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.refuseCompute', () => () => undefined)],
  },
  kills: [
    {
      cases: ['F.2-later@display-mode', 'F.2-later@display-width-799', 'F.2-later@instance-unknown'],
      reason: /^it is refused: 201 /,
    },
    { cases: ['F.3-patch-machine'], reason: /^nobody has this one: 200 / },
  ],
};
