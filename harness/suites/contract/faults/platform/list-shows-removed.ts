import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const listShowsRemoved: Fault = {
  id: 'P-list-shows-removed',
  title: 'the list shows removed workspaces too',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.listWorkspaces', (list) => (platform) => {
        const { database } = platform;
        const query: typeof database.query = (name, sql, ...given) =>
          database.query(`${name}-all`, sql.replace("WHERE status <> 'removed'", ''), ...given);
        return list({ ...platform, database: { ...database, query } });
      }),
    ],
  },
  kills: [{ cases: ['F.3-list'], reason: /^the removed one: false;/ }],
};
