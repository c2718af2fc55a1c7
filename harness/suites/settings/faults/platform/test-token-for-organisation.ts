import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const testTokenForOrganisation: Fault = {
  id: 'P-test-token-for-organisation',
  title: 'the token of the organisation opens the way of tests',
  plant: onPlatform(
    at('platform.refuseTestToken', (judge) => (platform, authorization) => {
      const refused = judge(platform, authorization);
      const shown = authorization.replace('Bearer ', '');
      return refused?.refused.status === 401 && shown.length === 43 ? undefined : refused;
    }),
  ),
  kills: [{ cases: ['H.1-test-token-of-others'], reason: /^the token of the organisation: 200 / }],
};
