import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const secretDeletedTwice: Fault = {
  id: 'P-secret-deleted-twice',
  title: 'a secret that is not there is taken away all the same',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.deleteSecret', (remove) => async (platform, id, key) => {
        await remove(platform, id, key);
        return { status: 200, body: { key, status: 'deleted' } };
      }),
    ],
  },
  kills: [{ cases: ['F.7-deleted'], reason: /^it is not there any more: 200 / }],
};
