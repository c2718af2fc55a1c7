import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const foreignTold: Fault = {
  id: 'P-cursor-foreign-told',
  title: 'the answer tells a row of another workspace from one that is not there',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.findCursor', (find) => async (queries, workspaceId, sinceId) => {
        const found = await find(queries, workspaceId, sinceId);
        const elsewhere = await queries.query('', 'SELECT 1 FROM activity_logs WHERE id = $1', [sinceId]);
        if (!found && elsewhere.length > 0) throw new Error('not yours');
        return found;
      }),
    ],
  },
  kills: [{ cases: ['foreign'], clause: 'C.1', reason: /^500 / }],
};
