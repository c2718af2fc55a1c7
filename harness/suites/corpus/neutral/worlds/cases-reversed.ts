import type { Neutral } from '../../../../faults/fault.ts';

export const casesReversed: Neutral = {
  id: 'N-cases-reversed',
  title: 'cases run in the opposite order',
  plant: { kind: 'pace', order: (ids) => ids.toReversed() },
};
