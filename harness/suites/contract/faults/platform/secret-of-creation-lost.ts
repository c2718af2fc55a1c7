import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const secretOfCreationLost: Fault = {
  id: 'P-secret-of-creation-lost',
  title: 'the secrets that a workspace is created with are not kept',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.createWorkspace',
        (create) => (platform, body, base) => create(platform, body && { ...body, secrets: {} }, base),
      ),
    ],
  },
  kills: [{ cases: ['F.7-created-with'], reason: /^(the environment of its start|its values): / }],
};
