import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata, withMembers } from '../values.ts';

export const namelessDropped: Fault = {
  id: 'P-nameless-dropped',
  title: 'members without a name are left out',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) =>
        withMembers(metadata, (members) => members.filter(([name]) => name !== '')),
      ),
    ],
  },
  kills: [
    {
      cases: ['metadata-key-empty'],
      clause: 'A.4',
      reason: /^params\.message\.metadata.* is missing$/,
      outcome: 'delivered-altered',
    },
    {
      cases: ['poll-nulls'],
      clause: 'A.5',
      reason: /^params\.message\.metadata.* is missing$/,
      outcome: 'delivered-altered',
    },
  ],
};
