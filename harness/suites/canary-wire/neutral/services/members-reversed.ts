import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const membersReversed: Neutral = {
  id: 'N-forwarded-reversed',
  title: 'the platform forwards the members of every object in reverse order',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.forwardBody',
        (forwardBody) =>
          (...given) =>
            JSON.stringify(reversed(JSON.parse(String(forwardBody(...given))))),
      ),
    ],
  },
};

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, each]) => [key, reversed(each)]));
}
