import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const failedRowOtherwise: Fault = {
  id: 'P-failed-row-otherwise',
  title: 'the row of a message whose agent is out of reach has all that was said, and no request any more',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.writeActivity', (write) => (platform, activity) => {
        if (activity.status !== 'error' || activity.errorDetail === undefined)
          return write(platform, activity);
        return write(platform, {
          ...activity,
          requestBody: JSON.stringify({ lost: [activity.requestBody] }),
        });
      }),
    ],
  },
  kills: [
    {
      cases: ['later-unreachable', 'session-restart-unreachable'],
      clause: 'A.12',
      reason: /^the row of the message has request_body\./,
    },
  ],
};
