import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const registerUnreadAcknowledged: Fault = {
  id: 'P-contract-register-unread',
  title: 'a registration that cannot be read is acknowledged',
  plant: onPlatform(
    at('platform.register', (register) => async (...given) => {
      const outcome = await register(...given);
      const isUnread =
        'refused' in outcome && JSON.stringify(outcome.refused.body).includes('invalid request body');
      return isUnread ? { status: 200, body: { status: 'registered' } } : outcome;
    }),
  ),
  kills: [
    {
      cases: [
        'E.1-refused@no-id',
        'E.1-refused@id-empty',
        'E.1-refused@id-number',
        'E.1-refused@no-card',
        'E.1-refused@url-number',
      ],
      reason: /^it is refused: 200/,
    },
    { cases: ['E.1-order@body-before-bearer'], reason: /^what comes first decides: 200/ },
  ],
};
