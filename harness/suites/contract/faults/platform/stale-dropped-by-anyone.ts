import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const staleDroppedByAnyone: Fault = {
  id: 'P-stale-dropped-by-anyone',
  title: 'anyone may drop what waits',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.authorizeAdmin',
        (judge) => async (platform, request) =>
          request.url.startsWith('/admin/a2a-queue/') ? undefined : judge(platform, request),
      ),
    ],
  },
  kills: [{ cases: ['B-stale-no-admin'], reason: /^nobody may: 200 / }],
};
