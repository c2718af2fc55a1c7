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
      cases: [
        'v03-stream',
        'v03-stream-id-zero',
        'v03-stream-input-required',
        'v03-stream-long',
        'v03-stream-no-accept',
        'v03-stream-scripts',
        'v03-stream-task',
      ],
      clause: 'v0.3.0 §7.2',
      reason: /^agent code read part 0 as text "something else"$/,
      outcome: 'dropped',
    },
    {
      cases: ['poll-stream'],
      clause: 'A.5',
      reason: /^agent code read part 0 as text "something else"$/,
      outcome: 'dropped',
    },
    {
      cases: ['hg-stream-content'],
      clause: 'A.4',
      reason: /^agent code read part 0 as text "something else"$/,
      outcome: 'dropped',
    },
    {
      cases: [
        'v03-stream-platform',
        'v03-stream-platform-asks',
        'v03-stream-platform-full',
        'v03-stream-platform-long',
        'v03-stream-platform-task',
      ],
      clause: 'A.9',
      reason: /^agent code read part 0 as text "something else"$/,
      outcome: 'dropped',
    },
  ],
};
