import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

type Platform = Parameters<Seams['platform.takeItem']>[0];

function newestFirst(database: Platform['database']): Platform['database'] {
  return {
    ...database,
    query: (name, sql, values) =>
      database.query(`${name}-newest`, sql.replace('enqueued_at ASC', 'enqueued_at DESC'), values),
  };
}

export const drainedNewestFirst: Fault = {
  id: 'Q-drained-newest-first',
  title: 'the last message that waits is sent first',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.takeItem',
        (take) => (platform, id) => take({ ...platform, database: newestFirst(platform.database) }, id),
      ),
    ],
  },
  kills: [
    {
      cases: ['session-later-three', 'session-later-refused', 'session-later-still-busy'],
      clause: 'B',
      reason: /^they arrived in the order (3, 2, 1|2, 1)$/,
      outcome: 'delivered',
    },
  ],
};
