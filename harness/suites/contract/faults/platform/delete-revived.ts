import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteRevived: Fault = {
  id: 'P-delete-revived',
  title: 'a start that fails sets a removed workspace back to failed',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.moveStatus', (move) => (platform, id, wanted) => {
        return move(platform, id, { ...wanted, from: [...wanted.from, 'removed' as never] });
      }),
    ],
  },
  kills: [{ cases: ['F.4-stays-removed-failed'], reason: /^its row: .*failed/ }],
};
