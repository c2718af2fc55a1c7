import type { ServiceMutant } from '../../../faults/fault.ts';

/** Whether, when and how often a message is handed on. */
export const DELIVERY: readonly ServiceMutant[] = [
  {
    kind: 'service',
    id: 'M114',
    title: 'a message for a polling workspace is dispatched',
    service: 'platform',
    plant: 'poll-dispatched.ts',
    kills: [
      {
        cases: ['hg-content-string-poll', 'v03-text-poll'],
        clause: 'A.5',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'M116',
    title: 'the short-circuit for polling comes before normalisation',
    service: 'platform',
    plant: 'poll-before-normalise.ts',
    kills: [
      {
        cases: ['hg-content-string-poll'],
        clause: 'A.5',
        reason: /was told that the message is queued$/,
        outcome: 'dropped',
      },
      {
        cases: ['v03-text-poll'],
        clause: 'A.5',
        reason: /was told that the message is queued$/,
        outcome: 'delivered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-poll-row-lost',
    title: 'a queued message is acknowledged and has no row',
    service: 'platform',
    plant: 'poll-row-lost.ts',
    kills: [
      {
        cases: ['hg-content-string-poll', 'v03-text-poll'],
        clause: 'A.5',
        reason: /^nothing arrived at the runtime; .* is queued$/,
        outcome: 'dropped',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-slow-agent-given-up',
    title: 'an agent that thinks for long is given up',
    service: 'platform',
    plant: 'slow-agent-given-up.ts',
    kills: [
      {
        cases: ['v03-slow-agent'],
        clause: 'A.8',
        reason: /HTTP 202 and was told that the message is queued$/,
        outcome: 'delivered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-big-body-unanswered',
    title: 'a big message is never answered',
    service: 'platform',
    deadlineMs: 3000,
    plant: 'big-body-never-answered.ts',
    kills: [
      {
        cases: ['big-text-under-cap'],
        clause: 'A.1',
        reason: /\(HANG: no complete reply within 3000 ms\)$/,
        outcome: 'hang',
      },
    ],
  },
  {
    kind: 'service',
    id: 'P-sent-twice',
    title: 'a message of a running context is sent twice',
    service: 'platform',
    plant: 'sent-twice.ts',
    kills: [
      {
        cases: ['hg-content-and-metadata', 'session-platform-context'],
        clause: 'A.4',
        reason: /^it arrived 2 times$/,
        outcome: 'delivered',
      },
      {
        cases: ['v03-context', 'v03-full'],
        clause: 'A.7',
        reason: /^it arrived 2 times$/,
        outcome: 'delivered',
      },
      {
        cases: ['v03-unknown-task'],
        clause: 'A.7',
        reason: /^it arrived 2 times$/,
        outcome: 'rejected-loud',
      },
    ],
  },
];
