import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withMessage } from '../../../corpus/faults/request.ts';

export const contextKeyCapital: Fault = {
  id: 'P-routes-context-key-capital',
  title: 'the member contextId is sent on as contextID',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withMessage(request, (message) => {
          const { contextId, ...rest } = message;
          return contextId === undefined ? message : { ...rest, contextID: contextId };
        }),
      ),
    ],
  },
  kills: [
    {
      cases: [
        'context-id-long',
        'context-id-mixed-case',
        'context-id-path',
        'context-id-urn',
        'context-id-zero',
        'hg-content-and-metadata',
        'session-continue-task',
        'session-mismatching-context',
        'session-own-context',
        'session-platform-context',
        'session-same-context',
        'session-terminal-task',
        'v03-context',
        'v03-full',
        'v03-stream-platform-full',
        'v03-unknown-task',
        'v1-metadata',
      ],
      reason: /^the platform lost params\.message\.contextId$/,
    },
  ],
};
