import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { withDocument, withTexts } from '../request.ts';

const COLUMN_CHARACTERS = 16_384;

export const queueTextCut: Fault = {
  id: 'Q-queue-text-cut',
  title: 'texts are cut to the width of a column while they wait',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.sendItem', (send) => (platform, id, item) => {
        const cut = withDocument(Buffer.from(item.body), (request) =>
          withTexts(request, (text) => text.slice(0, COLUMN_CHARACTERS)),
        );
        return send(platform, id, { ...item, body: cut.toString() });
      }),
    ],
  },
  kills: [
    {
      cases: ['later-long'],
      clause: 'B',
      reason: /^params\.message\.parts\[0\]\.text = /,
      outcome: 'dropped',
    },
  ],
};
