import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const taskFails: Fault = {
  id: 'S-task-fails',
  title: 'tasks end in failure',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at(
        'runtime.reply',
        (reply) => (text, setup, waiting) =>
          setup.answer === 'task'
            ? { form: 'task', state: 'failed', text: 'out of order' }
            : reply(text, setup, waiting),
      ),
    ],
  },
  kills: [
    {
      cases: ['session-cut-stream-context'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /and a task that failed: "out of order"$/,
      outcome: 'failed-task',
    },
    {
      cases: ['session-cancel-terminal', 'session-terminal-task'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /and a task that failed: "out of order"$/,
      outcome: 'failed-task',
    },
    {
      cases: ['session-v1-terminal-task'],
      clause: 'A2A 1.0 taskId',
      reason: /and a task that failed: "out of order"$/,
      outcome: 'failed-task',
    },
    {
      cases: ['v03-task-answer'],
      clause: 'A.9',
      reason: /and a task that failed: "out of order"$/,
      outcome: 'failed-task',
    },
  ],
};
