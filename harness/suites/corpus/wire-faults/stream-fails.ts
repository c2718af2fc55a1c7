import type { Fault } from '../../../faults/fault.ts';
import { beforeAgents } from '../../../faults/neutral/hops.ts';
import { heardToTheEnd } from '../faults/where.ts';

const BROKE = 'data: {"jsonrpc":"2.0","id":null,"error":{"code":-32603,"message":"the stream broke"}}\n\n';

export const streamFails: Fault = {
  id: 'W-stream-fails',
  title: 'a stream that began with the right answer goes on with an error',
  plant: beforeAgents({ reply: { event: (event) => event + BROKE } }),
  kills: [{ cases: heardToTheEnd, reason: /error -32603 "the stream broke"/, outcome: 'rejected-loud' }],
};
