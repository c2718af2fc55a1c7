import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, forwarded, withParts } from '../request.ts';

export const blankPartsSkipped: Fault = {
  id: 'P-blank-parts-skipped',
  title: 'text parts of white space are skipped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withParts(request, (parts) =>
          parts.filter(
            (part) => fieldsOf(part).kind !== 'text' || !/^\s*$/.test(String(fieldsOf(part).text)),
          ),
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['text-blank-parts', 'v03-empty-text-part', 'v03-multi-text'],
      clause: 'A.7',
      reason: /^params\.message\.parts\[\d+\]/,
      outcome: 'delivered-altered',
    },
  ],
};
