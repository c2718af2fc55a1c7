import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

/** Agents whose sender has hung up in the middle of a stream. */
const left = new Set<string>();

/** Where a request names a task, as long as before. */
const TASK_NAMED = /("taskId":\s*"|"params":\s*\{\s*"id":\s*")..../g;

export const droppedAtHangUp: Fault = {
  id: 'R-dropped-at-hang-up',
  title: 'a runtime drops the task whose sender hangs up, and knows it no more',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at('runtime.untilGone', (untilGone) => async (agent) => {
        if (!(await untilGone(agent))) return false;
        left.add(agent);
        throw new Error('whoever asked is gone');
      }),
      at('runtime.forward', (forward) => (body, agent) => {
        if (!left.has(agent)) return forward(body, agent);
        return Buffer.from(body.toString().replace(TASK_NAMED, '$1gone'));
      }),
    ],
  },
  kills: [
    {
      cases: ['session-cut-stream', 'session-cut-stream-context'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /error -32001/,
    },
    { cases: ['session-v1-cut-stream'], clause: 'A2A 1.0 contextId', reason: /error -32001/ },
  ],
};
