import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const delegationOpen: Fault = {
  id: 'P-delegation-open',
  title: 'anyone may hand out the tasks of a workspace',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.authorizeWorkspace',
        (judge) => async (platform, request, id) =>
          request.url.endsWith('/delegate') ? undefined : judge(platform, request, id),
      ),
    ],
  },
  kills: [{ cases: ['C.5-unauthorised'], reason: /^(nobody may|another may not): 202 / }],
};
