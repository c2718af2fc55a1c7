import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const notifyAttachmentsUnchecked: Fault = {
  id: 'M040',
  title: 'an attachment may have neither an address nor a name',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.notify', (notify) => async (platform, id, body) => {
        const outcome = await notify(platform, id, body);
        const odd = 'refused' in outcome && /attachment\[/.test(JSON.stringify(outcome.refused.body));
        return odd ? notify(platform, id, { message: 'sent all the same' }) : outcome;
      }),
    ],
  },
  kills: [
    {
      cases: [
        'C.3-refused@no-uri',
        'C.3-refused@empty-uri',
        'C.3-refused@empty-name',
        'C.3-refused@both',
        'C.3-refused@second',
      ],
      reason: /^it is refused: 200 /,
    },
    { cases: ['C.3-disabled'], reason: /^its attachments come first: 403 / },
  ],
};
