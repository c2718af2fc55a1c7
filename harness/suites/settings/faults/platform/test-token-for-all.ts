import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const testTokenForAll: Fault = {
  id: 'P-test-token-for-all',
  title: 'a token for tests is given to whoever asks',
  plant: onPlatform(at('platform.refuseTestToken', () => () => undefined)),
  kills: [
    {
      cases: [
        'H.1-test-token@nobody',
        'H.1-test-token@garbage',
        'H.1-test-token@production',
        'H.1-test-token@production-other-word',
      ],
      reason: /^what is answered: 200 /,
    },
    { cases: ['H.1-test-token-of-others'], reason: /^the token of .*: 200 / },
  ],
};
