import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const bearerAnyCase: Fault = {
  id: 'P-bearer-any-case',
  title: 'the word before a bearer may be written in any case',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.parseBearer', (parse) => (value) => parse(value.replace(/^bearer /i, 'Bearer ')))],
  },
  kills: [
    {
      cases: ['0.2-workspace@lower-case', '0.2-workspace@upper-case', '0.2-admin@lower-case'],
      reason: /^it is refused: 200 /,
    },
  ],
};
