import type { Fault } from '../../../../faults/fault.ts';
import { otherMetadata, withMembers } from '../values.ts';

export const keysCut: Fault = {
  id: 'P-keys-cut',
  title: 'keys are cut at 255 characters',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      otherMetadata((metadata) =>
        withMembers(metadata, (members) =>
          members.map(([name, value]) => [name.slice(0, 255), value] as const),
        ),
      ),
    ],
  },
  kills: [
    { cases: ['big-key'], clause: 'A.4', reason: /^params\.message\.metadata/, outcome: 'delivered-altered' },
  ],
};
