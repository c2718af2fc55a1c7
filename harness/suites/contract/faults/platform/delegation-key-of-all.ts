import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationKeyOfAll: Fault = {
  id: 'P-delegation-key-of-all',
  title: 'a key that one workspace used is used for all',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.findEarlierDelegation', (find) => async (platform, delegation) => {
        const sql = 'SELECT workspace_id FROM activity_logs WHERE idempotency_key = $1';
        const [row] = await platform.database.query<{ workspace_id: string }>('', sql, [
          delegation.idempotencyKey ?? '',
        ]);
        return find(platform, { ...delegation, sourceId: row?.workspace_id ?? delegation.sourceId });
      }),
    ],
  },
  kills: [{ cases: ['C.5-repeated-elsewhere'], reason: /^it is another one: 200 / }],
};
