import type { Fault } from '../../../../faults/fault.ts';
import { RESTARTED_IN_FLIGHT } from '../contexts.ts';
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
        'session-restart-same-address',
        'v03-context',
        'v03-full',
      ],
      clause: 'A.7',
      reason: /^params\.message\.contextId is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['session-restart-task-platform', 'v03-stream-platform-full'],
      clause: 'A.9',
      reason: /^params\.message\.contextId is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: [
        ...RESTARTED_IN_FLIGHT,
        'session-restart-mid-answer',
        'session-restart-other-address',
        'session-restart-poll',
        'session-restart-unreachable',
      ],
      reason: /^params\.message\.contextId is missing$/,
    },
  ],
};
