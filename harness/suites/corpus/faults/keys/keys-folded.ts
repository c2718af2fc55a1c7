import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata, withMembers } from '../values.ts';

export const keysFolded: Fault = {
  id: 'P-keys-folded',
  title: 'keys are written in small letters',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) =>
        withMembers(metadata, (members) => members.map(([name, value]) => [name.toLowerCase(), value])),
      ),
    ],
  },
  kills: [
    {
      cases: ['metadata-key-case', 'metadata-key-message', 'metadata-key-snake', 'v03-proto-keys'],
      clause: 'A.4',
      reason: /^params\.message\.(metadata|parts)/,
      outcome: 'delivered-altered',
    },
  ],
};
