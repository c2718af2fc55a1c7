import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const administratorUnrelated: Fault = {
  id: 'P-contract-administrator-unrelated',
  title: 'an administrator may not speak for a workspace',
  plant: onPlatform(at('platform.isCanvasUser', () => async () => false)),
  kills: [{ cases: ['A.2-speaks@administrator-for-another'], reason: /^the message is taken: 401/ }],
};
