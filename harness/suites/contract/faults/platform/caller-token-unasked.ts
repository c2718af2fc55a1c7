import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const callerTokenUnasked: Fault = {
  id: 'P-contract-caller-token-unasked',
  title: 'nobody is asked for the token of the caller',
  plant: onPlatform(at('platform.checkCallerToken', () => async () => undefined)),
  kills: [
    { cases: ['A.1-order@token-before-hierarchy'], reason: /^what comes first decides: 403/ },
    {
      cases: [
        'header-alone',
        'token-of-the-target',
        'token-of-a-third',
        'token-garbage',
        'scheme-in-small-letters',
        'id-in-capitals',
      ].map((row) => `A.2-speaks@${row}`),
      reason: /^the sender is refused: 200/,
    },
  ],
};
