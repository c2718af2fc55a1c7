import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const filePathUnchecked: Fault = {
  id: 'M092',
  title: 'an agent is asked for any path',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [at('platform.checkFilePath', () => () => undefined)],
  },
  kills: [{ cases: ['G.2-path'], reason: /^it is refused: 200 / }],
};
