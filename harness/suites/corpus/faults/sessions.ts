import type { ServiceMutant } from '../../../faults/fault.ts';

/** Contexts and tasks over several messages. */
export const SESSIONS: readonly ServiceMutant[] = [
  {
    kind: 'service',
    id: 'S-second-turn-dropped',
    title: 'agent code never sees the second message of an agent',
    service: 'echo-runtime',
    plant: 'second-turn-dropped.ts',
    kills: [
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
    ],
  },
  {
    kind: 'service',
    id: 'S-context-forgotten',
    title: 'agent code does not learn the context',
    service: 'echo-runtime',
    plant: 'context-forgotten.ts',
    kills: [
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
        cases: ['v03-context', 'v03-full'],
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
    ],
  },
  {
    kind: 'service',
    id: 'S-task-forgotten',
    title: 'a message that continues a task starts another',
    service: 'echo-runtime',
    plant: 'task-forgotten.ts',
    kills: [
      {
        cases: ['session-context-inferred', 'session-continue-task'],
        clause: 'A2A v0.3.0 contextId and taskId',
        reason: /^agent code read taskId (null|"[0-9a-f-]{36}")$/,
        outcome: 'delivered-altered',
      },
      {
        cases: ['session-mismatching-context', 'session-terminal-task'],
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
    ],
  },
  {
    kind: 'service',
    id: 'S-task-ids-lost',
    title: 'task methods reach another task',
    service: 'echo-runtime',
    plant: 'task-ids-lost.ts',
    kills: [
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
    ],
  },
  {
    kind: 'service',
    id: 'S-task-fails',
    title: 'tasks end in failure',
    service: 'echo-runtime',
    plant: 'task-fails.ts',
    kills: [
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
  },
  {
    kind: 'service',
    id: 'S-asking-task-opaque',
    title: 'an agent that asks back answers with a gateway page',
    service: 'echo-runtime',
    plant: 'asking-task-opaque.ts',
    kills: [
      {
        cases: ['session-context-inferred', 'session-continue-task', 'session-mismatching-context'],
        clause: 'A2A v0.3.0 contextId and taskId',
        reason: /HTTP 502 with a body that is not JSON/,
        outcome: 'rejected-opaque',
      },
    ],
  },
];
