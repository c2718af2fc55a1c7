import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatSecretUntold: Fault = {
  id: 'P-beat-secret-untold',
  title: 'a heartbeat is not told the inbound secret',
  rule: 'heartbeatReturnsSecret',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.heartbeat', (beat) => async (...given) => {
        const outcome = await beat(...given);
        return 'body' in outcome ? { ...outcome, body: { status: 'ok' } } : outcome;
      }),
    ],
  },
  kills: [{ cases: ['E.2-secret'], reason: /^it is told: 200 / }],
};
