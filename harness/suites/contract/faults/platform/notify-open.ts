import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const notifyOpen: Fault = {
  id: 'P-notify-open',
  title: 'anyone speaks for a workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.authorizeWorkspace',
        (judge) => async (platform, request, id) =>
          request.url.endsWith('/notify') ? undefined : judge(platform, request, id),
      ),
    ],
  },
  kills: [{ cases: ['C.3-unauthorised'], reason: /^(nobody|another) may not: 200 / }],
};
