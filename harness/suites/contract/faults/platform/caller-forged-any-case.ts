import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const callerForgedAnyCase: Fault = {
  id: 'P-contract-caller-forged-any-case',
  title: 'a reserved prefix counts in capitals too',
  plant: onPlatform(
    at('platform.checkReservedCaller', (check) => (callerId) => check(callerId.toLowerCase())),
  ),
  kills: [
    { cases: ['A.2-speaks@prefix-in-capitals'], reason: /^the sender is refused: 403 .*invalid caller ID/ },
  ],
};
