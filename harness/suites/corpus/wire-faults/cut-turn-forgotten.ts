import type { Fault } from '../../../faults/fault.ts';
import { agentsWrite } from '../../../faults/neutral/documents.ts';
import { beforeAgents } from '../../../faults/neutral/hops.ts';
import { everyObject } from '../../../faults/neutral/nodes.ts';

export const cutTurnForgotten: Fault = {
  id: 'W-cut-turn-forgotten',
  title: 'the turn whose stream was cut is not in the history of its task',
  plant: beforeAgents({
    reply: agentsWrite({
      change: (document) =>
        everyObject(document, (members) => {
          const history = members.get('history');
          return Array.isArray(history) ? new Map([...members, ['history', history.slice(1)]]) : members;
        }),
    }),
  }),
  kills: [
    {
      cases: ['session-cut-stream'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /^the history of the task has 1 messages of users: "The second half\. /,
      outcome: 'delivered',
    },
    {
      cases: ['session-cut-stream-context'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /^the history of the task has no message of a user$/,
      outcome: 'delivered',
    },
    {
      cases: ['session-v1-cut-stream'],
      clause: 'A2A 1.0 contextId',
      reason: /^the history of the task has 1 messages of users: "The second half\. /,
      outcome: 'delivered',
    },
  ],
};
