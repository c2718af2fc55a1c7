import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata, withMembers } from '../values.ts';

export const dottedKeysUnfolded: Fault = {
  id: 'P-dotted-keys-unfolded',
  title: 'keys with dots become nested objects',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) =>
        withMembers(metadata, (members) =>
          members.map(([name, value]) =>
            name.includes('.')
              ? [name.split('.')[0] ?? '', { [name.split('.')[1] ?? '']: value }]
              : [name, value],
          ),
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['metadata-key-dots'],
      clause: 'A.4',
      reason: /^params\.message\.(metadata|parts)/,
      outcome: 'delivered-altered',
    },
  ],
};
