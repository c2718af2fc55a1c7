import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const queueDepthOfAll: Fault = {
  id: 'Q-depth-of-all',
  title: 'messages that were sent on long ago are still counted as waiting',
  plant: onPlatform(
    at('platform.enqueue', (enqueue) => async (call) => {
      const { queueId } = await enqueue(call);
      const sql = 'SELECT count(*)::integer AS depth FROM a2a_queue WHERE workspace_id = $1';
      const [row] = await call.platform.database.query('', sql, [call.targetId]);
      return { queueId, depth: Number(row?.depth) };
    }),
  ),
  kills: [{ cases: ['B-depth'], reason: /^the next one waits alone: 202 .*"queue_depth":2/ }],
};
