import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const foreignKnown: Fault = {
  id: 'P-cursor-foreign-known',
  title: 'a cursor is looked up in the logs of all workspaces',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.findCursor', () => async (queries, _workspaceId, sinceId) => {
        const sql = 'SELECT created_at, seq FROM activity_logs WHERE id = $1';
        const [row] = await queries.query<{ created_at: string; seq: number }>('', sql, [sinceId]);
        return row && { createdAt: row.created_at, seq: row.seq };
      }),
    ],
  },
  kills: [{ cases: ['foreign'], clause: 'C.1', reason: /^200 \[/ }],
};
