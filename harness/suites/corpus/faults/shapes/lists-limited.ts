import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withMessage } from '../request.ts';
import { withLists } from '../values.ts';

export const listsLimited: Fault = {
  id: 'P-lists-limited',
  title: 'of a list ten thousand items are read',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withMessage(request, ({ parts, ...message }) => ({
          ...message,
          parts: parts === undefined ? parts : withLists(parts, (items) => items.slice(0, 10_000)),
        })),
      ),
    ],
  },
  kills: [
    {
      cases: ['wide-list'],
      clause: 'A.4',
      reason: /^params\.message\.parts\[1\]\.data\.\S+ is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
