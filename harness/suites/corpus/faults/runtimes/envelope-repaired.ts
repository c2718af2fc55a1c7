import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, type Json, received } from '../request.ts';

const MESSAGE = { messageId: 'm', role: 'user', parts: [{ kind: 'text', text: '' }] };

export const envelopeRepaired: Fault = {
  id: 'R-envelope-repaired',
  title: 'runtimes repair an unusable envelope',
  plant: { kind: 'service', service: 'echo-runtime', seams: [received(repaired)] },
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
};

function repaired(document: Json): Json {
  const { jsonrpc, id, method = 'message/send', params = { message: MESSAGE } } = fieldsOf(document);
  const isSound = jsonrpc === '2.0' && (typeof id === 'string' || Number.isInteger(id));
  return isSound || Array.isArray(document) ? document : { jsonrpc: '2.0', id: 1, method, params };
}
