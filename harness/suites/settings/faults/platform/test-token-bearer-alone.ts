import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const testTokenBearerAlone: Fault = {
  id: 'P-test-token-bearer-alone',
  title: 'the admin token opens the way of tests as a bearer alone',
  plant: onPlatform(
    at(
      'platform.refuseTestToken',
      (judge) => (platform, authorization) =>
        judge(platform, authorization && (authorization.startsWith('Bearer ') ? authorization : 'garbage')),
    ),
  ),
  kills: [{ cases: ['H.1-test-token@admin-bare'], reason: /^what is answered: 401 / }],
};
