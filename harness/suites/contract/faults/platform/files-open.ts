import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const filesOpen: Fault = {
  id: 'P-files-open',
  title: 'anyone has the files of a workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.authorizeWorkspace',
        (judge) => async (platform, request, id) =>
          /\/chat\/|\/pending-uploads\//.test(request.url) ? undefined : judge(platform, request, id),
      ),
    ],
  },
  kills: [
    { cases: ['G.2-unauthorised'], reason: /^another is refused: 200 / },
    { cases: ['G.1-foreign'], reason: /^it is refused: 200 / },
  ],
};
