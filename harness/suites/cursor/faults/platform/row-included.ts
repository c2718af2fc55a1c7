import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const rowIncluded: Fault = {
  id: 'P-cursor-row-included',
  title: 'a page begins with its cursor instead of behind it',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.cursorQuery', (query) => (...given) => {
        const { sql, values } = query(...given);
        return { sql: sql.replace('(a.created_at, a.seq) >', '(a.created_at, a.seq) >='), values };
      }),
    ],
  },
  kills: [
    { cases: ['own', 'equal-times'], clause: 'C.1', reason: /^behind row 1 of 3 came the rows 1, 2, 3$/ },
  ],
};
