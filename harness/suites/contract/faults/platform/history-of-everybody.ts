import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const historyOfEverybody: Fault = {
  id: 'P-history-of-everybody',
  title: 'what peers have sent stands in the talk with the user',
  plant: onPlatform(
    at('platform.historyRows', () => (platform, workspaceId, limit, before) => {
      const sql = `SELECT request_body, response_body, status, error_detail, created_at FROM activity_logs
         WHERE workspace_id = $1 AND activity_type = 'a2a_receive'
           AND EXISTS (SELECT 1 FROM workspaces WHERE id = $1 AND status <> 'removed')
           AND ($3::timestamptz IS NULL OR created_at < $3::timestamptz)
         ORDER BY created_at DESC, seq DESC LIMIT $2`;
      return platform.database.query('', sql, [workspaceId, limit, before ?? null]);
    }),
  ),
  kills: [{ cases: ['D-of-users'], reason: /^the history: \["of a peer","of the user"\]/ }],
};
