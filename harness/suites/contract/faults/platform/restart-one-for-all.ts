import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

let last: Promise<unknown> = Promise.resolve();

export const restartOneForAll: Fault = {
  id: 'M068',
  title: 'restarts of all workspaces wait for each other',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.restartCycle', (cycle) => async (...given) => {
        const run = last.then(() => cycle(...given));
        last = run.catch(() => undefined);
        await run;
      }),
    ],
  },
  kills: [{ cases: ['F.6-others-unhindered'], reason: /^cycles of the slow one by then: 1;/ }],
};
