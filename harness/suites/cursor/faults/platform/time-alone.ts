import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const timeAlone: Fault = {
  id: 'P-cursor-time-alone',
  title: 'a cursor counts by its time alone, so that rows of the same instant are skipped for ever',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.cursorQuery', (query) => (...given) => {
        const { sql, values } = query(...given);
        return {
          sql: sql.replace(
            /\(a\.created_at, a\.seq\) > \((.*?)::timestamptz, (.*?)::bigint\)/,
            '(a.created_at > $1::timestamptz AND $2::bigint > 0)',
          ),
          values,
        };
      }),
    ],
  },
  kills: [{ cases: ['equal-times'], clause: 'C.1', reason: /^behind row 1 of 3 came no rows$/ }],
};
