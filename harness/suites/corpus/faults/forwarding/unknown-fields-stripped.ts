import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, type JsonObject, withMessage } from '../request.ts';

const KNOWN = ['kind', 'role', 'messageId', 'contextId', 'taskId', 'parts', 'content', 'metadata'];

export const unknownFieldsStripped: Fault = {
  id: 'P-unknown-stripped',
  title: 'members of a message that the platform does not know are dropped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withMessage(request, known))],
  },
  kills: [
    {
      cases: [
        'extension-uri-slash',
        'v021-reference-tasks',
        'v022-extensions',
        'v03-extensions-order',
        'v03-full',
        'v03-lists-empty',
        'v03-references-order',
        'v03-unknown-fields',
      ],
      clause: 'A.7',
      reason: /^params\.message\.(extensions|futureField|referenceTaskIds) is missing$/,
      outcome: 'delivered-altered',
    },
    { cases: ['raw-nul'], clause: 'A.4', reason: / is missing$/, outcome: 'delivered-altered' },
    {
      cases: ['v03-stream-platform-full'],
      clause: 'A.9',
      reason: /^params\.message\.(extensions|futureField|referenceTaskIds) is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};

function known(message: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(message).filter(([name]) => KNOWN.includes(name)));
}
