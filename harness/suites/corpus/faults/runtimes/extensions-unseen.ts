import type { Fault } from '../../../../faults/fault.ts';
import { received, withMessage } from '../request.ts';

export const extensionsUnseen: Fault = {
  id: 'R-extensions-unseen',
  title: 'agent code is not told which extensions a message uses, and which tasks it refers to',
  plant: {
    kind: 'service',
    service: 'echo-runtime',
    seams: [
      received((document) =>
        withMessage(document, ({ extensions: _lost, referenceTaskIds: _alsoLost, ...message }) => message),
      ),
    ],
  },
  kills: [
    {
      cases: [
        'extension-uri-slash',
        'v022-extensions',
        'v03-extensions-order',
        'v03-full',
        'v03-lists-empty',
      ],
      clause: 'A.7',
      reason: /^agent code saw params\.message\.extensions /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v021-reference-tasks', 'v03-full', 'v03-references-order'],
      clause: 'A.7',
      reason: /^agent code saw params\.message\.referenceTaskIds /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v1-metadata', 'v1-references-order'],
      clause: 'A2A 1.0 SendMessage',
      reason: /^agent code saw params\.message\.extensions /,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-stream-platform-full'],
      clause: 'A.9',
      reason: /^agent code saw params\.message\.extensions /,
      outcome: 'delivered-altered',
    },
  ],
};
