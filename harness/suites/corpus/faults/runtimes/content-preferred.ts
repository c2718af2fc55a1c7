import type { Fault } from '../../../../faults/fault.ts';
import { received, withMessage } from '../request.ts';

export const contentPreferred: Fault = {
  id: 'R-content-preferred',
  title: 'content wins over parts',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) =>
        withMessage(document, ({ content, ...message }) =>
          typeof content === 'string' && Array.isArray(message.parts)
            ? { ...message, parts: [{ kind: 'text', text: content }] }
            : { content, ...message },
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['hg-content-and-parts-direct'],
      clause: 'A2A v0.3.0 Message',
      reason: /^agent code read part 0 as text/,
      outcome: 'dropped',
    },
  ],
};
