import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const testTokenKept: Fault = {
  id: 'P-test-token-kept',
  title: 'tokens for tests are still given out',
  plant: onPlatform(at('platform.offersTestToken', () => () => true)),
  rule: 'dropsTestToken',
  kills: [{ cases: ['H.1-test-token-gone'], reason: /^what is answered: 200 / }],
};
