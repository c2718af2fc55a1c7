import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const roleByValue: Fault = {
  id: 'P-contract-role-by-value',
  title: 'a role that is null becomes the user',
  plant: onPlatform(
    at('platform.defaultRole', () => (message) => ({ ...message, role: message.role ?? 'user' })),
  ),
  kills: [{ cases: ['A.4-forwards@null-role'], reason: /\$\.params\.message\.role/ }],
};
