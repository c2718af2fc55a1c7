import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const notifyAbilityOwn: Fault = {
  id: 'P-notify-ability-own',
  title: 'a workspace gives itself leave to talk to its user',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.authorizeAdmin',
        (judge) => async (platform, request) =>
          request.url.endsWith('/abilities') ? undefined : judge(platform, request),
      ),
    ],
  },
  kills: [{ cases: ['C.3-disabled'], reason: /^only an admin switches it: 200 / }],
};
