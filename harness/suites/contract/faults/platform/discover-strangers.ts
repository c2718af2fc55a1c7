import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const discoverStrangers: Fault = {
  id: 'P-discover-strangers',
  title: 'strangers are told where an agent is',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.canCommunicate', () => async () => true)],
  },
  kills: [
    { cases: ['E.4-discover-refused@stranger'], reason: /^it is refused: 200 / },
    { cases: ['E.4-access@stranger', 'E.4-access@unknown'], reason: /^the answer: 200 .*true/ },
    { cases: ['E.4-discover-refused@unknown-target'], reason: /^it is refused: 404 / },
  ],
};
