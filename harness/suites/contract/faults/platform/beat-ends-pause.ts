import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatEndsPause: Fault = {
  id: 'P-beat-ends-pause',
  title: 'a heartbeat takes a paused workspace online',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.evaluateStatus', (evaluate) => (status, ...rest) => {
        if (status !== 'paused') return evaluate(status, ...rest);
        return { from: 'paused', to: 'online', event: 'WORKSPACE_ONLINE', payload: {} };
      }),
    ],
  },
  kills: [{ cases: ['E.2-left-alone@paused'], reason: /^what it is then: 200 / }],
};
