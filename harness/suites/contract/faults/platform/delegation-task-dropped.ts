import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationTaskDropped: Fault = {
  id: 'P-delegation-task-dropped',
  title: 'the message of a task has no parts',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.delegationMessage', (make) => (delegation) => make({ ...delegation, task: '' }))],
  },
  kills: [{ cases: ['C.5-completed'], reason: /^the message of the task: / }],
};
