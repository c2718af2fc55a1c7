import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const forwardedEscaped: Neutral = {
  id: 'N-forwarded-escaped',
  title: 'the platform forwards in ASCII alone: whatever JSON lets it escape is escaped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.forwardBody', (marshal) => (request) => escaped(marshal(request)))],
  },
};

/** So much of a request the lines of the official SDK read. */
const SDK_CAP_BYTES = 100 * 1024;

/** A body that its escapes alone would make too long for an agent stays as it is. */
function escaped(body: Buffer): Buffer {
  const text = body.toString().replace(/[^ -~]/g, inEscapes);
  const longer = Buffer.from(text.replaceAll('/', '\\/'));
  return longer.length > SDK_CAP_BYTES && body.length <= SDK_CAP_BYTES ? body : longer;
}

/** One UTF-16 code unit. */
function inEscapes(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`;
}
