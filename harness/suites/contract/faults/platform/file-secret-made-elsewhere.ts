import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileSecretMadeElsewhere: Fault = {
  id: 'M083',
  title: 'an inbound secret is made, and not kept',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.inboundSecret', (read) => async (queries, id) => {
        const sql = 'SELECT platform_inbound_secret AS secret FROM workspaces WHERE id = $1';
        const [row] = await queries.query<{ secret: string | null }>('', sql, [id]);
        return row?.secret ? read(queries, id) : { secret: 'made up', healed: true };
      }),
    ],
  },
  kills: [{ cases: ['G.2-healed'], reason: /^there is a secret now: .object/ }],
};
