import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const logOfNobody404: Fault = {
  id: 'P-contract-log-of-nobody-404',
  title: 'the log of nobody is not found',
  plant: onPlatform(
    at('platform.listActivity', (list) => async (platform, workspaceId, parameters) => {
      const outcome = await list(platform, workspaceId, parameters);
      const [row] = await platform.database.query('', 'SELECT 1 FROM workspaces WHERE id::text = $1', [
        workspaceId,
      ]);
      return row ? outcome : { refused: { status: 404, body: { error: 'workspace not found' } } };
    }),
  ),
  kills: [{ cases: ['C.1-unknown-is-empty'], reason: /^of an .*: 404/ }],
};
