import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const callerForgedPassed: Fault = {
  id: 'P-contract-caller-forged',
  title: 'a caller with a reserved prefix is let through',
  plant: onPlatform(at('platform.checkReservedCaller', () => () => undefined)),
  kills: [
    {
      cases: ['A.1-order@forged-before-malformed', 'A.1-order@forged-before-budget'],
      reason: /^what comes first decides: 403 .*access denied/,
    },
    {
      cases: ['webhook', 'system', 'test', 'channel'].map((prefix) => `A.2-speaks@prefix-${prefix}`),
      reason: /^the sender is refused: 403 .*access denied/,
    },
  ],
};
