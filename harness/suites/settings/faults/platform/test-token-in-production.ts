import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const testTokenInProduction: Fault = {
  id: 'M142',
  title: 'tokens for tests are given in production',
  plant: onPlatform(
    at(
      'platform.refuseTestToken',
      (judge) => (platform, authorization) =>
        judge({ ...platform, config: { ...platform.config, production: false } }, authorization),
    ),
  ),
  kills: [
    {
      cases: ['H.1-test-token@production', 'H.1-test-token@production-other-word'],
      reason: /^what is answered: 200 /,
    },
  ],
};
