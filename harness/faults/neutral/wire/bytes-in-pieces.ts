import { openSlicer } from '../../../wire/hop-slices.ts';
import type { Neutral } from '../../fault.ts';

export const bytesInPieces: Neutral = {
  id: 'N-bytes-in-pieces',
  title: 'what is said to the platform and by it comes in pieces, cut inside of heads and characters',
  plant: { kind: 'wire', before: 'platform', stand: openSlicer },
};
