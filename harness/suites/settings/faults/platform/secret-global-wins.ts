import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

type Stored = Awaited<ReturnType<Seams['platform.secretsOf']>>[number];

export const secretGlobalWins: Fault = {
  id: 'P-secret-global-wins',
  title: 'everybody’s secret takes the place of a workspace’s own',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.secretsOf', (select) => async (queries, id) => {
        const own = await select(queries, id);
        const sql = `SELECT key, sealed, 'global' AS scope, created_at, updated_at FROM global_secrets`;
        const all = await queries.query<Stored>('', sql);
        return own.map((each) => all.find(({ key }) => key === each.key) ?? each);
      }),
    ],
  },
  kills: [{ cases: ['F.7-global'], reason: /^(how they are listed|their values): / }],
};
