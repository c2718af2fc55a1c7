import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, received } from '../request.ts';

const TASK_METHOD = /^(tasks\/(get|cancel|resubscribe)|(Get|Cancel)Task)$/;

export const taskIdsLost: Fault = {
  id: 'S-task-ids-lost',
  title: 'task methods reach another task',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) => {
        const request = fieldsOf(document);
        if (!TASK_METHOD.test(String(request.method))) return document;
        return { ...request, params: { ...fieldsOf(request.params), id: 'another-task' } };
      }),
    ],
  },
  kills: [
    {
      cases: ['session-cut-stream', 'session-cut-stream-context', 'session-restart-task'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /and error -32001 "Task not found: another-task/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['session-v1-cut-stream'],
      clause: 'A2A 1.0 contextId',
      reason: /and error -32001 "Task not found: another-task/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['session-cancel-terminal', 'session-resubscribe-unknown'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /and error -32001 "Task not found: another-task/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v03-tasks-cancel-unknown', 'v03-tasks-get-unknown'],
      clause: 'A.4',
      reason: /and error -32001 "Task not found: another-task/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v1-cancel-task-unknown', 'v1-get-task-unknown'],
      clause: 'A2A 1.0 SendMessage',
      reason: /and error -32001 "Task not found: another-task/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['session-restart-task-platform'],
      clause: 'A.9',
      reason: /error -32001 ".*another-task/,
    },
  ],
};
