import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pageOldestFirst: Fault = {
  id: 'Q-page-oldest-first',
  title: 'the first page of whoever comes late is oldest first, so that it is read backwards',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.cursorQuery', (query) => (filter, withPeer) => {
        const { sql, values } = query(filter, withPeer);
        return { sql: withPeer ? sql : sql.replaceAll(' DESC', ' ASC'), values };
      }),
    ],
  },
  kills: [
    {
      cases: ['session-later-poll-three'],
      clause: 'B',
      reason: /^they arrived in the order 3, 2, 1$/,
      outcome: 'delivered',
    },
  ],
};
