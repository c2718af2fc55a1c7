import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const failedRowBlank: Fault = {
  id: 'P-failed-row-blank',
  title: 'the row of a message whose agent cannot be reached does not say why',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.writeActivity', (write) => async (platform, activity) => {
        return write(platform, { ...activity, errorDetail: undefined });
      }),
    ],
  },
  kills: [
    {
      cases: ['later-unreachable'],
      clause: 'A.12',
      reason: /^the row of the message has error_detail null$/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['session-restart-unreachable'],
      clause: 'A.12',
      reason: /^the row of the message has error_detail null$/,
    },
  ],
};
