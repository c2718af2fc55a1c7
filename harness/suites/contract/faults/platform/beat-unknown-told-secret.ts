import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const beatUnknownToldSecret: Fault = {
  id: 'P-beat-unknown-told-secret',
  title: 'an unknown workspace is told a secret that is stored nowhere',
  rule: 'heartbeatReturnsSecret',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.heartbeat', (beat) => async (...given) => {
        const outcome = await beat(...given);
        if (!('body' in outcome)) return outcome;
        const { platform_inbound_secret: secret = 'x'.repeat(43) } = Object(outcome.body);
        return { ...outcome, body: { ...Object(outcome.body), platform_inbound_secret: secret } };
      }),
    ],
  },
  kills: [{ cases: ['E.2-unknown'], reason: /^it is heard: 200 .*it has platform_inbound_secret/ }],
};
