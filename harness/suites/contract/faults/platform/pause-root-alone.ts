import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const pauseRootAlone: Fault = {
  id: 'P-pause-root-alone',
  title: 'a pause leaves the descendants running',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.pauseWorkspace', (pause) => (platform, id) => {
        const { database } = platform;
        const query: typeof database.query = async (name, ...given) => {
          const rows = await database.query<never>(name, ...given);
          return name === 'family' ? rows.slice(0, 1) : rows;
        };
        return pause({ ...platform, database: { ...database, query } }, id);
      }),
    ],
  },
  kills: [
    { cases: ['F.6-pause'], reason: /^all are paused: 200 / },
    { cases: ['F.6-resume'], reason: /^both start: 200 / },
  ],
};
