import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { comesBack } from '../where.ts';

export const returnRefused: Fault = {
  id: 'Q-return-refused',
  title: 'an agent that has registered already cannot do so again',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.register', (register) => {
        const known = new Set<string>();
        return async (platform, body, bearer) => {
          const id = String(body?.id);
          if (known.has(id)) return { status: 409, body: { error: 'already registered' } };
          known.add(id);
          return register(platform, body, bearer);
        };
      }),
    ],
  },
  kills: [
    {
      cases: comesBack,
      clause: 'E.1',
      reason: /^the agent could not come back: POST \/registry\/register was answered 409$/,
    },
  ],
};
