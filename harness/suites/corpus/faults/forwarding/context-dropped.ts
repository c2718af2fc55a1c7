import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withMessage } from '../request.ts';

export const contextDropped: Fault = {
  id: 'P-context-dropped',
  title: 'the context of a message is dropped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withMessage(request, ({ contextId: _dropped, ...rest }) => rest))],
  },
  kills: [
    {
      cases: ['hg-content-and-metadata', 'session-platform-context'],
      clause: 'A.4',
      reason: /^params\.message\.contextId is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: [
        'context-id-long',
        'context-id-mixed-case',
        'context-id-path',
        'context-id-urn',
        'context-id-zero',
        'v03-context',
        'v03-full',
      ],
      clause: 'A.7',
      reason: /^params\.message\.contextId is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-stream-platform-full'],
      clause: 'A.9',
      reason: /^params\.message\.contextId is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
