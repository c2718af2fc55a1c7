import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { fieldsOf } from '../request.ts';

export const strictEnvelopeUnchecked: Fault = {
  id: 'R-strict-envelope-unchecked',
  title: 'the strict runtime takes any envelope',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    runtimes: ['strict'],
    seams: [
      at('runtime.envelope', () => (document) => {
        const { method = 'message/send', params } = fieldsOf(
          Array.isArray(document) ? document[0] : document,
        );
        return { method: String(method), params };
      }),
    ],
  },
  kills: [
    {
      cases: [
        'hg-bare-with-id-direct@strict',
        'id-boolean-direct@strict',
        'id-float-direct@strict',
        'id-null-direct',
        'id-object-direct@strict',
      ],
      clause: 'JSON-RPC 2.0 §4',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered',
    },
    {
      cases: ['hg-jsonrpc-1@strict', 'hg-jsonrpc-null@strict'],
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
    {
      cases: ['raw-batch-direct@strict', 'raw-batch-mixed-direct@strict', 'raw-batch-of-one-direct@strict'],
      clause: 'JSON-RPC 2.0 §6',
      reason: /HTTP 200 and a result$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['hg-bare-message-direct@strict', 'raw-null-direct', 'raw-string-direct'],
      clause: 'JSON-RPC 2.0 §4',
      reason: /and error -32602 "Invalid params: params must be object/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['raw-batch-empty-direct@strict'],
      clause: 'JSON-RPC 2.0 §6',
      reason: /and error -32602 "Invalid params: params must be object/,
      outcome: 'rejected-loud',
    },
  ],
};
