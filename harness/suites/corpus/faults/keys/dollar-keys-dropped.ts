import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata, withMembers } from '../values.ts';

export const dollarKeysDropped: Fault = {
  id: 'P-dollar-keys-dropped',
  title: 'keys that begin with a dollar or an at sign are left out',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) =>
        withMembers(metadata, (members) => members.filter(([name]) => !/^[$@]/.test(name))),
      ),
    ],
  },
  kills: [
    {
      cases: ['metadata-key-dollar'],
      clause: 'A.4',
      reason: /^params\.message\.(metadata|parts)/,
      outcome: 'delivered-altered',
    },
  ],
};
