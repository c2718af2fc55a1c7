import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const startLimitOfNobody: Fault = {
  id: 'M002',
  title: 'the event of a start that took too long does not say whose limit it was',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.timeoutPayload', (payload) => (...given) => {
        const { runtime: _untold, ...told } = payload(...given);
        return told;
      }),
    ],
  },
  kills: [{ cases: ['F.5-too-long'], reason: /^its event: .*runtime/ }],
};
