import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';
import { fieldsOf } from '../request.ts';

export const contextForgotten: Fault = {
  id: 'S-context-forgotten',
  title: 'agent code does not learn the context',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [at('runtime.handOver', () => (message) => ({ ...fieldsOf(message), contextId: undefined }))],
  },
  kills: [
    {
      cases: ['session-cut-stream', 'session-cut-stream-context', 'session-restart-task'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /^agent code read contextId null$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['session-restart-v1-context', 'session-v1-cut-stream'],
      clause: 'A2A 1.0 contextId',
      reason: /^agent code read contextId null$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['hg-content-and-metadata', 'session-platform-context'],
      clause: 'A.4',
      reason: /^agent code read contextId null$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['session-continue-task', 'session-own-context', 'session-same-context'],
      clause: 'A2A v0.3.0 contextId and taskId',
      reason: /^agent code read contextId null$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['session-v1-same-context'],
      clause: 'A2A 1.0 contextId',
      reason: /^agent code read contextId null$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['session-restart-same-address', 'v03-context', 'v03-full'],
      clause: 'A.7',
      reason: /^agent code read contextId null$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v1-metadata'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^agent code read contextId null$/,
      outcome: 'delivered-altered',
    },
    {
      cases: [
        ...RESTARTED_IN_FLIGHT,
        'session-restart-mid-answer',
        'session-restart-other-address',
        'session-restart-poll',
        'session-restart-task-platform',
        'session-restart-unreachable',
      ],
      reason: /^agent code read contextId null$/,
    },
  ],
};
