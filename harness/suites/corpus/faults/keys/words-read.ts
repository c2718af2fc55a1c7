import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata, withMembers } from '../values.ts';

export const wordsRead: Fault = {
  id: 'P-words-read',
  title: 'texts in metadata that spell literals are read as such',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) =>
        withMembers(metadata, (members) =>
          members.map(([name, value]) => [
            name,
            value === 'true' || value === 'null' ? JSON.parse(value) : value,
          ]),
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['metadata-word-values'],
      clause: 'A.4',
      reason: /^params\.message\.(metadata|parts)/,
      outcome: 'delivered-altered',
    },
  ],
};
