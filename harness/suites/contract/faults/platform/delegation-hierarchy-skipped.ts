import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationHierarchySkipped: Fault = {
  id: 'P-delegation-hierarchy-skipped',
  title: 'a task reaches workspaces that may not be spoken to',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.checkHierarchy', () => async () => undefined)],
  },
  kills: [{ cases: ['C.5-unreachable'], reason: /^what is told: / }],
};
