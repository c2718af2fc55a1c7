import type { Fault } from '../../../../faults/fault.ts';
import { forwarded, withMessage } from '../request.ts';

export const metadataDropped: Fault = {
  id: 'P-metadata-dropped',
  title: 'the metadata of a message is dropped',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [forwarded((request) => withMessage(request, ({ metadata: _dropped, ...rest }) => rest))],
  },
  kills: [
    {
      cases: ['deep-500', 'deep-64', 'hg-content-and-metadata', 'v03-numbers', 'v03-proto-keys'],
      clause: 'A.4',
      reason: /^params\.message\.metadata is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['v03-full', 'v03-metadata-part'],
      clause: 'A.7',
      reason: /^params\.message\.metadata is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
