import type { Fault } from '../../../../faults/fault.ts';
import { received, withMessage } from '../request.ts';

export const taskForgotten: Fault = {
  id: 'S-task-forgotten',
  title: 'a message that continues a task starts another',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [received((document) => withMessage(document, ({ taskId: _forgotten, ...rest }) => rest))],
  },
  kills: [
    {
      cases: ['session-cut-stream'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /^agent code read taskId (null|"[0-9a-f-]{36}")$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['session-context-inferred', 'session-continue-task'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /^agent code read taskId (null|"[0-9a-f-]{36}")$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['session-mismatching-context', 'session-restart-task', 'session-terminal-task'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered',
    },
    {
      cases: ['session-v1-terminal-task'],
      clause: 'A2A 1.0 taskId',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered',
    },
    { cases: ['v03-unknown-task'], clause: 'A.7', reason: /HTTP 200 and a result$/, outcome: 'delivered' },
    {
      cases: ['session-restart-task-platform'],
      clause: 'A.9',
      reason: /HTTP 200 and a result$/,
    },
  ],
};
