import type { Fault } from '../../../../faults/fault.ts';
import { fieldsOf, forwarded, withMessage } from '../request.ts';

export const metadataLimited: Fault = {
  id: 'P-metadata-limited',
  title: 'metadata with a text of more than 65,536 characters is left out',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      forwarded((request) =>
        withMessage(request, ({ metadata, ...message }) =>
          hasLongText(metadata) ? message : { ...message, metadata },
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['big-metadata'],
      clause: 'A.1',
      reason: /^params\.message\.metadata is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};

function hasLongText(metadata: unknown): boolean {
  return Object.values(fieldsOf(metadata)).some(
    (value) => typeof value === 'string' && value.length > 65_536,
  );
}
