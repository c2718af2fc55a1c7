import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const idsInCapitals: Neutral = {
  id: 'N-routes-ids-in-capitals',
  title: 'the platform gives messages and requests without an id UUIDs in capitals',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.normalise',
        (normalise) => (body, rules, newId) => normalise(body, rules, () => newId().toUpperCase()),
      ),
    ],
  },
};
