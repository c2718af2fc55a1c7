import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

type Platform = Parameters<Seams['platform.authorizeWorkspace']>[0];

export const stateForAdmin: Fault = {
  id: 'P-state-for-admin',
  title: 'the state of a workspace is told to the admin',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.workspaceState', (state) => (platform, id, bearer) => {
        if (bearer !== platform.config.adminToken) return state(platform, id, bearer);
        return state({ ...platform, database: withoutTokens(platform.database) }, id, bearer);
      }),
    ],
  },
  kills: [{ cases: ['F.3-state@admin'], reason: /^it is refused: 200 / }],
};

function withoutTokens(database: Platform['database']): Platform['database'] {
  const query: typeof database.query = async (name, ...given) =>
    name === 'token-live' ? [] : database.query(name, ...given);
  return { ...database, query };
}
