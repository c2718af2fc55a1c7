import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const oldestFirst: Fault = {
  id: 'P-contract-oldest-first',
  title: 'a page without a cursor begins with its oldest row',
  plant: onPlatform(
    at('platform.cursorQuery', (query) => (filter, withPeer) => {
      const { sql, values } = query(filter, withPeer);
      return { sql: sql.replaceAll(' DESC', ' ASC'), values };
    }),
  ),
  kills: [
    {
      cases: [
        'C.1-newest-first',
        'C.1-cursor-and-window',
        'C.1-window@inside',
        'C.1-window@no-window',
        'C.1-window@nearly-a-month',
      ],
      reason: /^the page: /,
    },
  ],
};
