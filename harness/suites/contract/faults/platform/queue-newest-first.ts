import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueNewestFirst: Fault = {
  id: 'P-queue-newest-first',
  title: 'the youngest message that waits is sent first',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.takeItem', (take) => (platform, id) => {
        const { database } = platform;
        const query: typeof database.query = (name, sql, values) =>
          database.query(`${name}-youngest`, sql.replace('enqueued_at ASC', 'enqueued_at DESC'), values);
        return take({ ...platform, database: { ...database, query } }, id);
      }),
    ],
  },
  kills: [{ cases: ['B-drained-one'], reason: /^the oldest arrives: false;/ }],
};
