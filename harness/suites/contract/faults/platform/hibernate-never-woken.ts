import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const hibernateNeverWoken: Fault = {
  id: 'P-hibernate-never-woken',
  title: 'a message says that the workspace wakes, and it sleeps on',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.wakeWorkspace', () => async () => undefined)],
  },
  kills: [{ cases: ['F.6-hibernate'], reason: /^the calls: / }],
};
