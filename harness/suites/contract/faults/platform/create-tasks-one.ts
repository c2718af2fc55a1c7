import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const createTasksOne: Fault = {
  id: 'M027',
  title: 'a create forgets how many tasks may run at once',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.createWorkspace', (create) => (platform, body, base) => {
        return create(platform, body && { ...body, max_concurrent_tasks: 1 }, base);
      }),
    ],
  },
  kills: [{ cases: ['F.2-field@tasks-three'], reason: /^it reads: 200 .*max_concurrent_tasks/ }],
};
