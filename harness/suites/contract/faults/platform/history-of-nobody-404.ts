import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const historyOfNobody404: Fault = {
  id: 'P-history-of-nobody-404',
  title: 'a workspace that is not there has no history that could be empty',
  plant: onPlatform(
    at('platform.chatHistory', (read) => async (platform, workspaceId, limit, before) => {
      const sql = `SELECT 1 FROM workspaces WHERE id::text = $1 AND status <> 'removed'`;
      const there = await platform.database.query('', sql, [workspaceId]);
      if (there.length === 0) return { refused: { status: 404, body: { error: 'workspace not found' } } };
      return read(platform, workspaceId, limit, before);
    }),
  ),
  kills: [{ cases: ['D-nobody@unknown', 'D-nobody@removed'], reason: /^its history: 404 / }],
};
