import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const startTokensKept: Fault = {
  id: 'P-start-tokens-kept',
  title: 'a restart leaves the old bearer valid, so that the new instance cannot register',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.mintCredentials', () => async () => undefined)],
  },
  kills: [
    {
      cases: ['F.5-tokens-replaced', 'F.6-one-after-the-other'],
      clause: 'E.1',
      reason: /^its agent registers: 401 /,
    },
  ],
};
