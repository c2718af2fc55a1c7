import { plant } from '../../../faults/plant.ts';

const MAX_DEPTH = 200;

plant(
  'platform.parseBody',
  (parse: (body: Buffer) => unknown) => (body: Buffer) =>
    depthOf(body) > MAX_DEPTH ? undefined : parse(body),
);

function depthOf(body: Buffer): number {
  let depth = 0;
  let deepest = 0;
  for (const byte of body) {
    if (byte === 0x7b || byte === 0x5b) deepest = Math.max(deepest, ++depth);
    if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return deepest;
}
