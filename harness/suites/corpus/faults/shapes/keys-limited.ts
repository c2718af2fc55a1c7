import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata, withMembers } from '../values.ts';

export const keysLimited: Fault = {
  id: 'P-keys-limited',
  title: 'of an object a thousand members are read',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [otherMetadata((metadata) => withMembers(metadata, (members) => members.slice(0, 1_000)))],
  },
  kills: [
    {
      cases: ['wide-metadata'],
      clause: 'A.4',
      reason: /^params\.message\.metadata\.\w+ is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
