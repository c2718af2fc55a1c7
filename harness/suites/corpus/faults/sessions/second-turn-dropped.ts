import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { RESTARTED_IN_FLIGHT, RESTARTED_OTHERWISE } from '../contexts.ts';

export const secondTurnDropped: Fault = {
  id: 'S-second-turn-dropped',
  title: 'agent code never sees the second message of an agent',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at('runtime.handOver', () => {
        const served = new Set<string>();
        return (message, agent) => {
          if (served.has(agent)) return undefined;
          served.add(agent);
          return message;
        };
      }),
    ],
  },
  kills: [
    {
      cases: ['session-cut-stream', 'session-cut-stream-context', 'session-restart-task'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /^it arrived, but agent code was never called$/,
      outcome: 'dropped',
    },
    {
      cases: ['session-restart-v1-context', 'session-v1-cut-stream'],
      clause: 'A2A 1.0 contextId',
      reason: /^it arrived, but agent code was never called$/,
      outcome: 'dropped',
    },
    {
      cases: ['session-later-refused', 'session-later-still-busy', 'session-later-three'],
      clause: 'B',
      reason: /^it arrived, but agent code was never called$/,
      outcome: 'dropped',
    },
    {
      cases: ['session-later-poll-three', 'session-restart-poll'],
      clause: 'A.5',
      reason: /^it arrived, but agent code was never called$/,
      outcome: 'dropped',
    },
    {
      cases: [
        'session-context-inferred',
        'session-continue-task',
        'session-duplicate-message-id',
        'session-new-contexts',
        'session-own-context',
        'session-same-context',
      ],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /^it arrived, but agent code was never called$/,
      outcome: 'dropped',
    },
    {
      cases: ['session-platform-context'],
      clause: 'A.4',
      reason: /^it arrived, but agent code was never called$/,
      outcome: 'dropped',
    },
    {
      cases: ['session-v1-same-context'],
      clause: 'A2A 1.0 contextId',
      reason: /^it arrived, but agent code was never called$/,
      outcome: 'dropped',
    },
    {
      cases: [...RESTARTED_OTHERWISE, ...RESTARTED_IN_FLIGHT],
      reason: /^it arrived, but agent code was never called$/,
    },
  ],
};
