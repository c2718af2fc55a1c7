import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, received, withParts } from '../request.ts';

export const v1TextLost: Fault = {
  id: 'R-v1-text-lost',
  title: 'the content of 1.0 messages is lost',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) =>
        /^Send(Streaming)?Message$/.test(String(fieldsOf(document).method))
          ? withParts(document, (parts) => parts.map(() => ({ text: '(lost)' })))
          : document,
      ),
    ],
  },
  kills: [
    {
      cases: ['session-restart-v1-context', 'session-v1-same-context'],
      clause: 'A2A 1.0 contextId',
      reason: /^agent code read part 0 as text "\(lost\)"/,
      outcome: 'dropped',
    },
    {
      cases: ['session-v1-terminal-task'],
      clause: 'A2A 1.0 taskId',
      reason: /^agent code read part 0 as text "\(lost\)"/,
      outcome: 'dropped',
    },
    {
      cases: [
        'v1-agent-role',
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
        'v1-metadata',
        'v1-metadata-nulls',
        'v1-multi-text',
        'v1-part-metadata',
        'v1-references-order',
        'v1-request-metadata',
        'v1-scripts',
        'v1-stream',
        'v1-stream-task',
        'v1-text',
        'v1-text-empty',
        'v1-text-media-type',
        'v1-unicode',
      ],
      clause: 'A2A 1.0 SendMessage',
      reason: /^agent code read part 0 as text "\(lost\)"/,
      outcome: 'dropped',
    },
    {
      cases: ['v1-part-without-content', 'v1-text-and-url'],
      clause: 'A2A 1.0 SendMessage',
      reason: /HTTP 200 and a result$/,
      outcome: 'dropped',
    },
  ],
};
