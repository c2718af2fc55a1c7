import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const unknownStartsOver: Fault = {
  id: 'P-cursor-unknown-starts-over',
  title: 'a cursor that no row has is answered with the log from its beginning',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.findCursor', (find) => async (...given) => {
        const found = await find(...given);
        return found ?? { createdAt: '1970-01-01T00:00:00Z', seq: 0 };
      }),
    ],
  },
  kills: [{ cases: ['unknown', 'foreign'], clause: 'C.1', reason: /^200 \[\{/ }],
};
