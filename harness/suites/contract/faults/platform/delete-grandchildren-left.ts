import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteGrandchildrenLeft: Fault = {
  id: 'P-delete-grandchildren-left',
  title: 'a delete takes the children along, and not what is below them',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.familyOf', (family) => async (...given) => {
        const [root, ...below] = await family(...given);
        return root ? [root, ...below.filter(({ parent_id: parent }) => parent === root.id)] : [];
      }),
    ],
  },
  kills: [{ cases: ['F.4-cascade'], reason: /^all are removed: 200 .*cascade_deleted/ }],
};
