import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationMessageIdOwn: Fault = {
  id: 'P-delegation-message-id-own',
  title: 'the message of a task has an id of its own',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.delegationMessage',
        (make) => (delegation) => make({ ...delegation, id: '00000000-0000-4000-8000-000000000000' }),
      ),
    ],
  },
  kills: [
    { cases: ['C.5-completed'], reason: /^the message of the task: / },
    { cases: ['C.5-drained'], reason: /^(its rows|what is told last|the answer of the queue): / },
  ],
};
