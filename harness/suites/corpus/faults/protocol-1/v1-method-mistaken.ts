import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, received } from '../request.ts';

export const v1MethodMistaken: Fault = {
  id: 'R-v1-method-mistaken',
  title: 'a 1.0 method is taken for its v0.1 name',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) => {
        const request = fieldsOf(document);
        return request.method === 'SendMessage' ? { ...request, method: 'tasks/send' } : document;
      }),
    ],
  },
  kills: [
    {
      cases: ['session-restart-v1-context', 'session-v1-same-context'],
      clause: 'A2A 1.0 contextId',
      reason: /and error -32601 "(Invalid method\.|.*tasks\/send)/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['session-v1-terminal-task'],
      clause: 'A2A 1.0 taskId',
      reason: /and error -32601 "(Invalid method\.|.*tasks\/send)/,
      outcome: 'rejected-loud',
    },
    {
      cases: [
        'v1-agent-role',
        'v1-content',
        'v1-data',
        'v1-data-falsy',
        'v1-data-list',
        'v1-data-null',
        'v1-doubles',
        'v1-file-raw',
        'v1-file-url',
        'v1-file-url-signed',
        'v1-id-zero',
        'v1-key-snake',
        'v1-kind-parts',
        'v1-lower-case-role',
        'v1-metadata',
        'v1-metadata-nulls',
        'v1-multi-text',
        'v1-no-header',
        'v1-no-message',
        'v1-no-message-id',
        'v1-no-parts',
        'v1-part-metadata',
        'v1-part-without-content',
        'v1-parts-empty',
        'v1-references-order',
        'v1-request-metadata',
        'v1-scripts',
        'v1-text',
        'v1-text-and-url',
        'v1-text-empty',
        'v1-text-media-type',
        'v1-text-on-old-lines',
        'v1-unicode',
      ],
      clause: 'A2A 1.0 SendMessage',
      reason: /and error -32601 "(Invalid method\.|.*tasks\/send)/,
      outcome: 'rejected-loud',
    },
    {
      cases: ['v1-platform'],
      clause: 'A.7',
      reason: /and error -32601 "(Invalid method\.|.*tasks\/send)/,
      outcome: 'rejected-loud',
    },
  ],
};
