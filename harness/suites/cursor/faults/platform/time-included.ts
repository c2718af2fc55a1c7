import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const timeIncluded: Fault = {
  id: 'P-cursor-time-included',
  title: 'a cursor counts by its time alone, and rows of the same instant come again and again',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.cursorQuery', (query) => (...given) => {
        const { sql, values } = query(...given);
        return {
          sql: sql.replace(
            /\(a\.created_at, a\.seq\) > \((.*?)::timestamptz, (.*?)::bigint\)/,
            '(a.created_at >= $1::timestamptz AND a.seq <> $2::bigint)',
          ),
          values,
        };
      }),
    ],
  },
  kills: [{ cases: ['equal-times'], clause: 'C.1', reason: /^behind row 3 of 3 came the rows 1$/ }],
};
