import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const BLOCK_BYTES = 1_048_576;

function decodedInBlocks(body: Uint8Array): Buffer {
  const texts: string[] = [];
  for (let from = 0; from < body.length; from += BLOCK_BYTES)
    texts.push(Buffer.from(body.subarray(from, from + BLOCK_BYTES)).toString());
  return Buffer.from(texts.join(''));
}

export const runtimeBlocksDecoded: Fault = {
  id: 'R-blocks-decoded',
  title: 'a runtime decodes a body block by block',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    runtimes: ['strict'],
    seams: [at('runtime.forward', () => decodedInBlocks)],
  },
  kills: [
    {
      cases: ['big-text-five-megabytes'],
      clause: 'A2A v0.3.0 message/send',
      reason: /^agent code read part 0 as text /,
      outcome: 'delivered-altered',
    },
  ],
};
