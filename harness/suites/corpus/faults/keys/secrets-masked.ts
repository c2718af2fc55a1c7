import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata, withMembers } from '../values.ts';

export const secretsMasked: Fault = {
  id: 'P-secrets-masked',
  title: 'members are masked for their names',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) =>
        withMembers(metadata, (members) =>
          members.map(([name, value]) => [name, /token|secret|password|key/i.test(name) ? '***' : value]),
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['metadata-key-tokens'],
      clause: 'A.4',
      reason: /^params\.message\.(metadata|parts)/,
      outcome: 'delivered-altered',
    },
  ],
};
