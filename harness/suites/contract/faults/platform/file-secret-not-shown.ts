import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const fileSecretNotShown: Fault = {
  id: 'P-file-secret-not-shown',
  title: 'an agent is asked for files without the secret',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.secretFor', () => async () => '')],
  },
  kills: [
    { cases: ['G.1-secret'], reason: /^what it is shown: / },
    { cases: ['G.2-healed'], reason: /^the client is to come back: 200 / },
  ],
};
