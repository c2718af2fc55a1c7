import type { ServiceMutant } from '../../../faults/fault.ts';
import { refusedBehindPlatform } from './where.ts';

/** What the sender is told. */
export const ANSWERS: readonly ServiceMutant[] = [
  {
    kind: 'service',
    id: 'P-task-answer-canned',
    title: 'the sender of a task is told something else than the agent said',
    service: 'platform',
    plant: 'task-answer-canned.ts',
    kills: [
      {
        cases: ['v03-task-answer'],
        clause: 'A.9',
        reason: /^the result does not contain it/,
        outcome: 'delivered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-refusal-hidden',
    title: 'the refusal of an agent is told as success',
    service: 'platform',
    plant: 'refusal-told-as-success.ts',
    kills: [{ cases: refusedBehindPlatform, reason: /HTTP 200 and a result$/ }],
  },
  {
    kind: 'service',
    id: 'P-reply-context-lost',
    title: 'replies lose their context',
    service: 'platform',
    plant: 'reply-context-lost.ts',
    kills: [
      {
        cases: ['session-platform-context'],
        clause: 'A.4',
        reason: /^the reply has nothing at \/result\/contextId$/,
        outcome: 'delivered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-big-answer-opaque',
    title: 'a big answer becomes a gateway page',
    service: 'platform',
    plant: 'agent-error-opaque.ts',
    kills: [
      {
        cases: ['big-text-101k', 'big-text-64k', 'big-text-under-cap'],
        clause: 'A.1',
        reason: /HTTP 502 with a body that is not JSON/,
        outcome: 'rejected-opaque',
      },
    ],
  },
];
