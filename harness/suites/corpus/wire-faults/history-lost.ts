import type { Fault } from '../../../faults/fault.ts';
import { agentsWrite } from '../../../faults/neutral/documents.ts';
import { beforeAgents } from '../../../faults/neutral/hops.ts';
import { everyObject } from '../../../faults/neutral/nodes.ts';

export const historyLost: Fault = {
  id: 'W-history-lost',
  title: 'a task forgets what was said in it',
  plant: beforeAgents({
    reply: agentsWrite({
      change: (document) =>
        everyObject(document, (members) => new Map([...members].filter(([name]) => name !== 'history'))),
    }),
  }),
  kills: [
    {
      cases: ['session-cut-stream', 'session-cut-stream-context'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /^the history of the task has no message of a user$/,
      outcome: 'delivered',
    },
    {
      cases: ['session-v1-cut-stream'],
      clause: 'A2A 1.0 contextId',
      reason: /^the history of the task has no message of a user$/,
      outcome: 'delivered',
    },
  ],
};
