import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const BLOCK_BYTES = 16_384;

function decodedInBlocks(body: Uint8Array): Buffer {
  const texts: string[] = [];
  for (let from = 0; from < body.length; from += BLOCK_BYTES)
    texts.push(Buffer.from(body.subarray(from, from + BLOCK_BYTES)).toString());
  return Buffer.from(texts.join(''));
}

export const blocksDecoded: Fault = {
  id: 'P-blocks-decoded',
  title: 'a body is decoded block by block, characters on a seam included',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.parseBody', (parse) => (body) => parse(decodedInBlocks(body)))],
  },
  kills: [
    {
      cases: ['big-text-four-bytes', 'big-text-three-bytes', 'big-text-two-bytes'],
      clause: 'A.1',
      reason: /^params\.message\.parts\[0\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['poll-big-text'],
      clause: 'A.5',
      reason: /^params\.message\.parts\[0\]\.text = /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-stream-platform-long'],
      clause: 'A.9',
      reason: /^params\.message\.parts\[0\]\.text = /,
      outcome: 'delivered-altered',
    },
  ],
};
