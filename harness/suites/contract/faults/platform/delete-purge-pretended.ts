import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const deletePurgePretended: Fault = {
  id: 'P-delete-purge-pretended',
  title: 'a purge says purged, and keeps the rows',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.deleteWorkspace', (remove) => async (platform, id, order) => {
        const outcome = await remove(platform, id, { ...order, purge: false });
        if (!order.purge || 'refused' in outcome) return outcome;
        return { ...outcome, body: { ...Object(outcome.body), status: 'purged' } };
      }),
    ],
  },
  kills: [{ cases: ['F.4-purge'], reason: /^nothing is left: 200 / }],
};
