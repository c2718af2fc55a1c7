import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const createNamesByLetters: Fault = {
  id: 'P-create-names-by-letters',
  title: 'the length of a name is counted in letters, not in bytes',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.plain', (plain) => (value, maxBytes) => {
        const isShort = value.length <= maxBytes && Buffer.byteLength(value) > maxBytes;
        return isShort ? !/[{}[\]|>*&!\r\n]/.test(value) : plain(value, maxBytes);
      }),
    ],
  },
  kills: [{ cases: ['F.2-field@name-256'], reason: /^it is refused: 201 / }],
};
