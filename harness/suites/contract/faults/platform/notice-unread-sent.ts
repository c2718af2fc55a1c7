import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const noticeUnreadSent: Fault = {
  id: 'P-contract-notice-unread',
  title: 'a notice that cannot be read is said to be sent',
  plant: onPlatform(
    at('platform.notify', (notify) => async (...given) => {
      const outcome = await notify(...given);
      const isUnread =
        'refused' in outcome && JSON.stringify(outcome.refused.body).includes('message is required');
      return isUnread ? { status: 200, body: { status: 'sent' } } : outcome;
    }),
  ),
  kills: [
    {
      cases: (planned) =>
        planned.id.startsWith('contract/C.3-refused@') &&
        /@(empty|list|nothing|null|number)$/.test(planned.id),
      reason: /: 200/,
    },
  ],
};
