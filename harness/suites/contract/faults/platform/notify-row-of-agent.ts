import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const notifyRowOfAgent: Fault = {
  id: 'P-notify-row-of-agent',
  title: 'what an agent tells its user is kept as the message of a workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.notify', (notify) => (platform, id, body) => {
        const { database } = platform;
        const query: typeof database.query = (name, sql, values = []) =>
          database.query(name, sql, name === 'activity-insert' ? values.with(2, id) : values);
        return notify({ ...platform, database: { ...database, query } }, id, body);
      }),
    ],
  },
  kills: [
    { cases: ['C.3-sent'], reason: /^its row: / },
    { cases: ['C.3-history'], reason: /^the history: 200 / },
  ],
};
