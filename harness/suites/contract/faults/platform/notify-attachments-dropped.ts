import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const notifyAttachmentsDropped: Fault = {
  id: 'M038',
  title: 'an agent cannot send files to its user',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.notify', (notify) => async (platform, id, body) => {
        const outcome = await notify(platform, id, body && { ...body, attachments: null });
        return outcome;
      }),
    ],
  },
  kills: [
    { cases: ['C.3-attachments'], reason: /^(what is told|its row): / },
    { cases: ['C.3-history'], reason: /^the history: 200 / },
    {
      cases: [
        'C.3-refused@no-uri',
        'C.3-refused@empty-uri',
        'C.3-refused@empty-name',
        'C.3-refused@both',
        'C.3-refused@second',
        'C.3-refused@attachments-no-list',
        'C.3-refused@attachment-no-object',
      ],
      reason: /^it is refused: 200 /,
    },
    { cases: ['C.3-disabled'], reason: /^its attachments come first: 403 / },
  ],
};
