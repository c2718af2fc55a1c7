import type { Fault } from '../../../../faults/fault.ts';
import { sentWith } from '../sent-with.ts';

export const callerNamed: Fault = {
  id: 'P-routes-caller-named',
  title:
    'the agent is told in a header which workspace speaks, whether that has named itself or only sent its bearer',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      sentWith(
        ({ caller }): Readonly<Record<string, string>> =>
          caller.id === '' ? {} : { 'x-workspace-id': caller.id },
      ),
    ],
  },
  kills: [
    {
      cases: ({ facets }) => facets.agent !== 'poll' && facets.caller !== undefined,
      clause: 'A.7',
      reason: /^the header x-workspace-id of the caller reached the agent$/,
    },
  ],
};
