import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const queueCallerRefused: Fault = {
  id: 'Q-queue-caller-refused',
  title: 'what another workspace has sent is refused when it is drained, for nobody shows its token',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at(
        'platform.sendItem',
        (send) => async (platform, id, item) =>
          item.caller_id === null ? send(platform, id, item) : 'missing caller auth token',
      ),
    ],
  },
  kills: [
    {
      cases: ['later-caller'],
      clause: 'B',
      reason: /^nothing arrived at the runtime; the sender got HTTP 202/,
      outcome: 'dropped',
    },
    {
      cases: ['session-restart-in-flight-caller'],
      reason: /^nothing arrived at the runtime; the sender got HTTP 202/,
    },
  ],
};
