import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { withTexts } from '../request.ts';

export const rowCut: Fault = {
  id: 'P-row-cut',
  title: 'texts of a polled message are cut at 100,000 characters',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.deliverToPoll',
        (deliver) => (call, name) => deliver({ ...call, bytes: cut(call.bytes) }, name),
      ),
    ],
  },
  kills: [
    {
      cases: ['poll-big-text'],
      clause: 'A.5',
      reason: /^params\.message\.parts\[0\]\.text = /,
      outcome: 'dropped',
    },
  ],
};

function cut(row: Buffer): Buffer {
  if (row.length < 100_000) return row;
  return Buffer.from(JSON.stringify(withTexts(JSON.parse(row.toString()), (text) => text.slice(0, 100_000))));
}
