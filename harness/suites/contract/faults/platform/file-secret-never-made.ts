import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileSecretNeverMade: Fault = {
  id: 'M138',
  title: 'an inbound secret that is missing stays so',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.inboundSecret', () => async (queries, id) => {
        const sql = 'SELECT platform_inbound_secret AS secret FROM workspaces WHERE id = $1';
        const [row] = await queries.query<{ secret: string | null }>('', sql, [id]);
        if (!row?.secret) throw new Error('there is none');
        return { secret: row.secret, healed: false };
      }),
    ],
  },
  kills: [{ cases: ['G.2-healed'], reason: /^(the client is to come back: 503 |there is a secret now: )/ }],
};
