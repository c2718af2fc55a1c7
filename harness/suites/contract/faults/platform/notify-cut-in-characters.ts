import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const notifyCutInCharacters: Fault = {
  id: 'P-notify-cut-in-characters',
  title: 'what an agent tells its user is lost where its preview ends inside of a character',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.notify', (notify) => (platform, id, body) => {
        const { database } = platform;
        const cuts = Buffer.from(String(body?.message))[80] ?? 0;
        const query: typeof database.query = async (name, sql, values) => {
          if (name === 'activity-insert' && (cuts & 0xc0) === 0x80) throw new Error('invalid byte sequence');
          return database.query(name, sql, values);
        };
        return notify({ ...platform, database: { ...database, query } }, id, body);
      }),
    ],
  },
  kills: [{ cases: ['C.3-kept@two-bytes', 'C.3-kept@four-bytes'], reason: /^its row: undefined/ }],
};
