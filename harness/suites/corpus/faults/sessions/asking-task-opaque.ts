import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const askingTaskOpaque: Fault = {
  id: 'S-asking-task-opaque',
  title: 'an agent that asks back answers with a gateway page',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at(
        'runtime.admit',
        (admit) => (setup, agent) =>
          setup.answer === 'input-required'
            ? { act: 'reply', status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }
            : admit(setup, agent),
      ),
    ],
  },
  kills: [
    {
      cases: ['session-cut-stream', 'session-restart-task'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /HTTP 502 with a body that is not JSON/,
      outcome: 'rejected-opaque',
    },
    {
      cases: ['session-v1-cut-stream'],
      clause: 'A2A 1.0 contextId',
      reason: /HTTP 502 with a body that is not JSON/,
      outcome: 'rejected-opaque',
    },
    {
      cases: ['session-context-inferred', 'session-continue-task', 'session-mismatching-context'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /HTTP 502 with a body that is not JSON/,
      outcome: 'rejected-opaque',
    },
    {
      cases: ['session-restart-task-platform'],
      clause: 'A.9',
      reason: /^it arrived, but agent code was never called$/,
    },
  ],
};
