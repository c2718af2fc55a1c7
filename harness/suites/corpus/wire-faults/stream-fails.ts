import type { Fault } from '../../../faults/fault.ts';
import { beforeAgents } from '../neutral/hops.ts';

const BROKE = 'data: {"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":"the stream broke"}}\n\n';

export const streamFails: Fault = {
  id: 'W-stream-fails',
  title: 'a stream that began with the right answer goes on with an error',
  plant: beforeAgents({ reply: { event: (event) => event + BROKE } }),
  kills: [
    {
      cases: ['v03-stream'],
      clause: 'v0.3.0 §7.2',
      reason: /error -32603 "the stream broke"/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v1-stream'],
      clause: 'A2A 1.0 SendMessage',
      reason: /error -32603 "the stream broke"/,
      outcome: 'rejected-loud',
    },
  ],
};
