import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const rowSourceIsTarget: Fault = {
  id: 'P-row-source-is-target',
  title: 'the row of a message from another workspace names its target as the source',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.writeActivity', (write) => (platform, activity) => {
        const { sourceId, targetId } = activity;
        return write(platform, sourceId === undefined ? activity : { ...activity, sourceId: targetId });
      }),
    ],
  },

  kills: [
    {
      cases: ['later-caller', 'session-restart-in-flight-caller', 'v03-caller-bearer', 'v03-caller-both'],
      clause: 'A.12',
      reason: /^the row of the message has source_id "[0-9a-f-]{36}"$/,
      outcome: 'delivered',
    },
    {
      cases: ['v03-caller-poll'],
      clause: 'A.5',
      reason: /^the row of the message has source_id "[0-9a-f-]{36}"$/,
      outcome: 'delivered',
    },
  ],
};
