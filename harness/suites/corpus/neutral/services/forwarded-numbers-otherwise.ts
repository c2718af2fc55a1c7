import type { Neutral } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const forwardedNumbersOtherwise: Neutral = {
  id: 'N-forwarded-numbers-otherwise',
  title: 'the platform writes the numbers that it forwards as doubles are written, of the same value',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.forwardBody',
        (marshal) => (request) =>
          Buffer.from(marshal(request).toString().replace(STRING_OR_NUMBER, asDouble)),
      ),
    ],
  },
};

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** What a double surely holds as it was written. */
const MAX_DIGITS = 15;

/** `1.50e1` → `15` (A.4); texts, and numbers that a double might round, stay as they are. */
function asDouble(token: string): string {
  const [mantissa = ''] = token.split(/e/i);
  if (token.startsWith('"') || mantissa.replace(/\D/g, '').length > MAX_DIGITS) return token;
  const value = Number(token);
  return Number.isFinite(value) && value !== 0 ? String(value) : token;
}
