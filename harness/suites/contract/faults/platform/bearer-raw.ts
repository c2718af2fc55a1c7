import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const bearerRaw: Fault = {
  id: 'P-bearer-raw',
  title: 'a bearer counts without the word before it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.parseBearer', (parse) => (value) => {
        return value.includes(' ') || value === '' ? parse(value) : value;
      }),
    ],
  },
  kills: [{ cases: ['0.2-workspace@raw', '0.2-admin@raw'], reason: /^it is refused: 200 / }],
};
