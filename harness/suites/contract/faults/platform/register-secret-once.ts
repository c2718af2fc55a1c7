import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const registerSecretOnce: Fault = {
  id: 'M087',
  title: 'only the first registration is told the inbound secret',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.register', (register) => async (...given) => {
        const outcome = await register(...given);
        if (!('body' in outcome)) return outcome;
        const { platform_inbound_secret: secret, ...rest } = Object(outcome.body);
        return { ...outcome, body: rest.auth_token ? { ...rest, platform_inbound_secret: secret } : rest };
      }),
    ],
  },
  kills: [{ cases: ['E.1-known'], reason: /^it is registered: 200 .*platform_inbound_secret/ }],
};
