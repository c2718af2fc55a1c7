import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatSpendCleared: Fault = {
  id: 'P-beat-spend-cleared',
  title: 'a heartbeat that says no spend clears what was spent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.heartbeat', (beat) => async (platform, body, bearer) => {
        const outcome = await beat(platform, body, bearer);
        const sql = 'UPDATE workspaces SET monthly_spend = 0 WHERE id::text = $1';
        if (!body?.monthly_spend) await platform.database.query('', sql, [String(body?.workspace_id)]);
        return outcome;
      }),
    ],
  },
  kills: [{ cases: ['E.2-zeroed'], reason: /^what was spent: 200 / }],
};
