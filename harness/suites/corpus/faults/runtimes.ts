import type { ServiceMutant } from '../../../faults/fault.ts';

/** What all lines of the runtime take, refuse and hand to agent code. */
export const RUNTIMES_AT_FAULT: readonly ServiceMutant[] = [
  {
    kind: 'service',
    id: 'R-envelope-repaired',
    title: 'runtimes repair an unusable envelope',
    service: 'echo-runtime',
    plant: 'envelope-repaired.ts',
    kills: [
      {
        cases: ['hg-bare-message-direct', 'raw-null-direct', 'raw-string-direct'],
        clause: 'JSON-RPC 2.0 §4',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered-altered',
      },
      {
        cases: [
          'hg-bare-with-id-direct',
          'id-boolean-direct',
          'id-float-direct',
          'id-null-direct',
          'id-object-direct',
        ],
        clause: 'JSON-RPC 2.0 §4',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered',
      },
      {
        cases: ['hg-jsonrpc-1', 'hg-jsonrpc-null'],
        clause: 'A.4',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered',
      },
      {
        cases: ['id-missing-direct'],
        clause: 'A2A v0.3.0 JSONRPCRequest',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'R-params-repaired',
    title: 'runtimes repair unusable params',
    service: 'echo-runtime',
    plant: 'params-repaired.ts',
    kills: [
      {
        cases: ['hg-content-list-type-r1', 'v01-type-text-r1'],
        clause: 'A.4',
        reason: /HTTP 200 and a result$/,
      },
      {
        cases: ['hg-content-string-direct'],
        clause: 'A2A v0.3.0 Message',
        reason: /HTTP 200 and a result$/,
        outcome: 'dropped',
      },
      {
        cases: ['hg-kindless-direct'],
        clause: 'A2A v0.3.0 Part',
        reason: /HTTP 200 and a result$/,
        outcome: 'dropped',
      },
      {
        cases: [
          'hg-parts-null-with-content',
          'parts-string-direct',
          'parts-with-null-direct',
          'rest-v03-protojson',
        ],
        clause: 'A.4',
        reason: /HTTP 200 and a result$/,
        outcome: 'dropped',
      },
      {
        cases: ['parts-null-direct', 'parts-object-direct'],
        clause: 'A.4',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered-altered',
      },
      { cases: ['v03-method-v1-body'], clause: 'A.7', reason: /HTTP 200 and a result$/, outcome: 'dropped' },
      {
        cases: ['v1-list-tasks-negative'],
        clause: 'A2A 1.0 ListTasks',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'R-truncated-completed',
    title: 'a runtime completes a request that broke off',
    service: 'echo-runtime',
    plant: 'truncated-completed.ts',
    kills: [
      {
        cases: ['raw-null-direct', 'raw-string-direct'],
        clause: 'JSON-RPC 2.0 §4',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered-altered',
      },
      {
        cases: ['raw-truncated-direct'],
        clause: 'JSON-RPC 2.0 §5.1',
        reason: /HTTP 200 and a result$/,
        outcome: 'delivered-altered',
      },
    ],
  },
  {
    kind: 'service',
    id: 'R-lists-unreadable',
    title: 'a list of requests cannot be read',
    service: 'echo-runtime',
    plant: 'lists-unreadable.ts',
    kills: [
      {
        cases: [
          'raw-batch-direct',
          'raw-batch-empty-direct',
          'raw-batch-mixed-direct',
          'raw-batch-of-one-direct',
        ],
        clause: 'JSON-RPC 2.0 §6',
        reason: /and error -32700/,
        outcome: 'rejected-loud',
      },
    ],
  },
  {
    kind: 'service',
    id: 'R-stream-altered',
    title: 'streamed messages reach agent code with another text',
    service: 'echo-runtime',
    plant: 'stream-text-altered.ts',
    kills: [
      {
        cases: ['v03-stream'],
        clause: 'v0.3.0 §7.2',
        reason: /^agent code read part 0 as text "something else"$/,
        outcome: 'dropped',
      },
    ],
  },
  {
    kind: 'service',
    id: 'R-content-preferred',
    title: 'content wins over parts',
    service: 'echo-runtime',
    plant: 'content-preferred.ts',
    kills: [
      {
        cases: ['hg-content-and-parts-direct'],
        clause: 'A2A v0.3.0 Message',
        reason: /^agent code read part 0 as text/,
        outcome: 'dropped',
      },
    ],
  },
  {
    kind: 'service',
    id: 'R-slow-agent-hangs',
    title: 'a slow agent never answers',
    service: 'echo-runtime',
    deadlineMs: 3000,
    plant: 'slow-agent-hangs.ts',
    kills: [
      {
        cases: ['v03-slow-agent'],
        clause: 'A.8',
        reason: /\(HANG: no complete reply within 3000 ms\)$/,
        outcome: 'hang',
      },
    ],
  },
  {
    kind: 'service',
    id: 'R-poll-starts-nowhere',
    title: 'a polling agent asks for the wrong rows',
    service: 'echo-runtime',
    plant: 'poll-starts-nowhere.ts',
    kills: [
      {
        cases: ['hg-content-string-poll', 'v03-text-poll'],
        clause: 'A.5',
        reason: /^nothing arrived at the runtime; .* is queued$/,
        outcome: 'dropped',
      },
    ],
  },
];
