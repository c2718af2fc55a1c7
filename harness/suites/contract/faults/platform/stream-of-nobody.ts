import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const streamOfNobody: Fault = {
  id: 'P-contract-stream-of-nobody',
  title: 'a workspace that is not there has a stream',
  plant: onPlatform(at('platform.checkStream', () => async () => undefined)),
  kills: [
    { cases: ['C.4-stream-refused@unknown', 'C.4-stream-refused@no-uuid'], reason: /^it is refused: 200/ },
  ],
};
