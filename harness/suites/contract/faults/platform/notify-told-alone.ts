import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const notifyToldAlone: Fault = {
  id: 'M021',
  title: 'what an agent tells its user is not kept',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.notify', (notify) => (platform, id, body) => {
        const { database } = platform;
        const query: typeof database.query = async (name, sql, values) =>
          name === 'activity-insert' ? [] : database.query(name, sql, values);
        return notify({ ...platform, database: { ...database, query } }, id, body);
      }),
    ],
  },
  kills: [
    { cases: ['C.3-sent', 'C.3-attachments', 'C.3-kept'], reason: /^its row: undefined/ },
    { cases: ['C.3-history'], reason: /^the history: 200 / },
  ],
};
