import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata, withMembers } from '../values.ts';

export const keysInCamelCase: Fault = {
  id: 'P-keys-camel',
  title: 'keys are written in camel case',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) =>
        withMembers(metadata, (members) =>
          members.map(([name, value]) => [
            name.replace(/[_-](\w)/g, (_, letter: string) => letter.toUpperCase()),
            value,
          ]),
        ),
      ),
    ],
  },
  kills: [
    {
      cases: ['metadata-key-snake', 'metadata-key-tokens', 'v03-proto-keys'],
      clause: 'A.4',
      reason: /^params\.message\.(metadata|parts)/,
      outcome: 'delivered-altered',
    },
  ],
};
