import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, received, withTexts } from '../request.ts';

export const streamTextAltered: Fault = {
  id: 'R-stream-altered',
  title: 'streamed messages reach agent code with another text',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) =>
        fieldsOf(document).method === 'message/stream'
          ? withTexts(document, () => 'something else')
          : document,
      ),
    ],
  },
  kills: [
    {
      cases: ['v03-stream'],
      clause: 'v0.3.0 §7.2',
      reason: /^agent code read part 0 as text "something else"$/,
      outcome: 'dropped',
    },
  ],
};
