import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const nulRowLost: Fault = {
  id: 'P-nul-row-lost',
  title: 'a message with U+0000 in it is delivered, and the database does not take its row',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.writeActivity', (write) => async (platform, activity) => {
        if (activity.requestBody?.includes(String.raw`\u0000`))
          throw new Error('unsupported Unicode escape sequence');
        return write(platform, activity);
      }),
    ],
  },
  kills: [
    {
      cases: ['v03-text-nul-escaped'],
      clause: 'A.12',
      reason: /^the activity has 0 rows of 1 messages$/,
      outcome: 'delivered',
    },
  ],
};
