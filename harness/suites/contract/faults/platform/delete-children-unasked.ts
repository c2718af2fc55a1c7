import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deleteChildrenUnasked: Fault = {
  id: 'P-delete-children-unasked',
  title: 'children go without being asked about',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.deleteOrder', (read) => (request) => ({ ...read(request), confirm: true }))],
  },
  kills: [{ cases: ['F.4-children'], reason: /^they are asked about: 200 / }],
};
