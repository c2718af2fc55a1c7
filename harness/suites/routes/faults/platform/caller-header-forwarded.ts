import type { Fault } from '../../../../faults/fault.ts';
import { sentWith } from '../sent-with.ts';

export const callerHeaderForwarded: Fault = {
  id: 'P-routes-caller-header-forwarded',
  title: 'the header by which a workspace names itself goes on to the agent',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      sentWith(
        ({ claimedId }): Readonly<Record<string, string>> =>
          claimedId === '' ? {} : { 'x-workspace-id': claimedId },
      ),
    ],
  },
  kills: [
    {
      cases: ({ facets }) =>
        facets.agent !== 'poll' && facets.caller !== undefined && facets.caller !== 'bearer',
      clause: 'A.7',
      reason: /^the header x-workspace-id of the caller reached the agent$/,
    },
  ],
};
