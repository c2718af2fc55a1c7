import type { Neutral } from '../../../../faults/fault.ts';

export const casesCrowded: Neutral = {
  id: 'N-cases-crowded',
  title: 'sixteen cases run at a time',
  plant: { kind: 'pace', lanes: 16 },
};
