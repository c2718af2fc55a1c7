import type { Seams } from '../../../../../compose/seams.ts';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

type Earlier = NonNullable<Awaited<ReturnType<Seams['platform.findEarlierDelegation']>>>;

export const delegationKeyKept: Fault = {
  id: 'P-delegation-key-kept',
  title: 'a key whose task failed stays used',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.findEarlierDelegation', () => async (platform, { sourceId, idempotencyKey }) => {
        const sql = `SELECT id, delegation_id, status, target_id FROM activity_logs
          WHERE workspace_id = $1 AND idempotency_key = $2`;
        const [row] = await platform.database.query<Earlier>('', sql, [sourceId, idempotencyKey ?? '']);
        return row;
      }),
    ],
  },
  kills: [{ cases: ['C.5-repeated-after-failure'], reason: /^it is accepted anew: 200 / }],
};
