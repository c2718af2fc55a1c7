import type { Neutral } from '../../../../faults/fault.ts';
import { openSlicer } from '../../../../wire/hop-slices.ts';

export const agentBytesInPieces: Neutral = {
  id: 'N-agent-bytes-in-pieces',
  title: 'what is said to agents and by them comes in pieces, cut inside of heads and characters',
  plant: { kind: 'wire', before: 'runtimes', stand: openSlicer },
};
