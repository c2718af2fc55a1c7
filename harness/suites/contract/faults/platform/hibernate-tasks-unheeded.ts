import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const hibernateTasksUnheeded: Fault = {
  id: 'P-hibernate-tasks-unheeded',
  title: 'a workspace hibernates in the middle of a task',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.hibernateWorkspace', (hibernate) => (platform, id) => hibernate(platform, id, true)),
    ],
  },
  kills: [
    {
      cases: ['F.6-hibernate-tasks@one', 'F.6-hibernate-tasks@one-unforced'],
      reason: /^it is answered: 200 /,
    },
  ],
};
