import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

const MAX_DEPTH = 200;

export const nestingRefused: Fault = {
  id: 'P-nesting-refused',
  title: 'documents nested deeper than 200 are refused',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.parseBody', (parse) => (body) => (depthOf(body) > MAX_DEPTH ? undefined : parse(body))),
    ],
  },
  kills: [
    {
      cases: ['deep-500', 'deep-9900'],
      clause: 'A.4',
      reason: /HTTP 400 and the error "invalid JSON"$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['poll-deep'],
      clause: 'A.5',
      reason: /HTTP 400 and the error "invalid JSON"$/,
      outcome: 'rejected-loud',
    },
  ],
};

function depthOf(body: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  for (const byte of body) {
    if (byte === 0x7b || byte === 0x5b) deepest = Math.max(deepest, ++depth);
    if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return deepest;
}
