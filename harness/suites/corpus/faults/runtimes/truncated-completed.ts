import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const COMPLETE = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'message/send',
  params: { message: { messageId: 'm', role: 'user', parts: [{ kind: 'text', text: '' }] } },
});

export const truncatedCompleted: Fault = {
  id: 'R-truncated-completed',
  title: 'a runtime completes a request that broke off',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      at('runtime.forward', () => (body) => {
        const isWhole = /[}\]]\s*$/.test(body.toString('latin1'));
        return isWhole ? body : Buffer.from(COMPLETE.padEnd(body.length));
      }),
    ],
  },
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
};
