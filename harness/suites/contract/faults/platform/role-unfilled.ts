import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const roleUnfilled: Fault = {
  id: 'P-contract-role-unfilled',
  title: 'a message without a role goes on without one',
  plant: onPlatform(at('platform.defaultRole', () => (message) => message)),
  kills: [{ cases: ['A.4-forwards@no-role'], reason: /property 'role'/ }],
};
