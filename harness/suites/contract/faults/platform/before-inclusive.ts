import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const beforeInclusive: Fault = {
  id: 'P-before-inclusive',
  title: 'a page before a time has the rows of that time',
  plant: onPlatform(
    at('platform.cursorQuery', (page) => (...given) => {
      const { sql, values } = page(...given);
      return { sql: sql.replace('a.created_at < ', 'a.created_at <= '), values };
    }),
  ),
  kills: [{ cases: ['C.1-before'], reason: /^the rows: \["two","one"\]/ }],
};
