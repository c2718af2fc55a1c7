import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const resumeRootAlone: Fault = {
  id: 'P-resume-root-alone',
  title: 'a resume leaves the descendants paused',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.resumeWorkspace', (resume) => (platform, id) => {
        const { database } = platform;
        const query: typeof database.query = async (name, ...given) => {
          const rows = await database.query<never>(name, ...given);
          return name === 'family' ? rows.slice(0, 1) : rows;
        };
        return resume({ ...platform, database: { ...database, query } }, id);
      }),
    ],
  },
  kills: [{ cases: ['F.6-resume'], reason: /^both start: 200 / }],
};
