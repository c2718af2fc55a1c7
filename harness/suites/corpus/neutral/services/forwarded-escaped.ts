import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const forwardedEscaped: Neutral = {
  id: 'N-forwarded-escaped',
  title: 'the platform forwards in ASCII alone: whatever JSON lets it escape is escaped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.forwardBody',
        (marshal) => (request) =>
          Buffer.from(
            marshal(request)
              .toString()
              .replace(/[^ -~]/g, inEscapes)
              .replaceAll('/', '\\/'),
          ),
      ),
    ],
  },
};

/** One UTF-16 code unit. */
function inEscapes(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;
}
