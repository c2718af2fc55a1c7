import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const newestFirst: Fault = {
  id: 'P-cursor-newest-first',
  title: 'a page behind a cursor begins with the newest row',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.cursorQuery', (query) => (...given) => {
        const { sql, values } = query(...given);
        return { sql: sql.replaceAll(' ASC', ' DESC'), values };
      }),
    ],
  },
  kills: [{ cases: ['own', 'equal-times'], clause: 'C.1', reason: /^behind row 1 of 3 came the rows 3, 2$/ }],
};
