import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { comesBack } from '../where.ts';

export const heartbeatRefused: Fault = {
  id: 'Q-heartbeat-refused',
  title: 'the heartbeat of an agent is not taken',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.heartbeat', () => async () => ({ status: 500, body: { error: 'failed to update' } })),
    ],
  },
  kills: [
    {
      cases: comesBack,
      clause: 'E.2',
      reason: /^the agent could not come back: POST \/registry\/heartbeat was answered 500$/,
    },
  ],
};
