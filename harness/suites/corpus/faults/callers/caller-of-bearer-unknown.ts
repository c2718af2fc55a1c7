import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const callerOfBearerUnknown: Fault = {
  id: 'P-caller-of-bearer-unknown',
  title: 'a workspace that shows its token alone is taken for a user of the canvas',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.identifyCaller', () => async (_platform, claimedId) => ({
        id: claimedId,
        claimed: claimedId !== '',
      })),
    ],
  },

  kills: [
    { cases: ['v03-caller-bearer'], clause: 'A.12', reason: /^the row of the message has source_id null$/ },
    { cases: ['v03-caller-bearer'], clause: 'D', reason: /^the chat shows 1 messages of the user$/ },
  ],
};
