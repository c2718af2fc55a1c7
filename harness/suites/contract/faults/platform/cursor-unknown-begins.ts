import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const cursorUnknownBegins: Fault = {
  id: 'M118',
  title: 'a cursor that is not there begins at the first row',
  plant: onPlatform(
    at(
      'platform.findCursor',
      (find) =>
        async (...given) =>
          (await find(...given)) ?? { createdAt: '1970-01-01T00:00:00Z', seq: 0 },
    ),
  ),
  kills: [
    {
      cases: ['C.1-asks@cursor-unknown', 'C.1-asks@cursor-before-source'],
      reason: /^the platform answers: (200|400)/,
    },
  ],
};
