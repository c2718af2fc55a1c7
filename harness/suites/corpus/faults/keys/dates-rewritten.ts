import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata, withMembers } from '../values.ts';

export const datesRewritten: Fault = {
  id: 'P-dates-rewritten',
  title: 'what looks like a time is written in UTC',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) =>
        withMembers(metadata, (members) =>
          members.map(([name, value]) => [
            name,
            /^\d{4}-\d\d-\d\dT/.test(String(value)) ? new Date(String(value)).toISOString() : value,
          ]),
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['metadata-dates'],
      clause: 'A.4',
      reason: /^params\.message\.(metadata|parts)/,
      outcome: 'delivered-altered',
    },
  ],
};
