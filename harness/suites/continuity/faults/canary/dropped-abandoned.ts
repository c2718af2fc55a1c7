import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const droppedAbandoned: Fault = {
  id: 'K-dropped-abandoned',
  title: 'a turn whose reader goes away is never finished',
  deadlineMs: 3_000,
  plant: {
    kind: 'service',
    service: 'canary-runtime',
    seams: [
      at('canary.pump', () => async (events, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        const closed = new Promise((resolve) => response.once('close', resolve));
        for await (const event of events) {
          response.write(`data: ${JSON.stringify(event)}\n\n`);
          await closed;
          return;
        }
      }),
    ],
  },
  kills: [
    {
      cases: ['dropped-connection'],
      clause: 'J',
      reason: /^turn 1: the task was still (submitted|working) after \d+ ms$/,
      outcome: 'hang',
    },
  ],
};
