import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';

export const addressKept: Fault = {
  id: 'P-address-kept',
  title: 'messages go to where an agent was first, wherever it is now',
  plant: {
    kind: 'service',
    service: 'platform',
    seams: [
      at('platform.resolveUrl', (resolve) => {
        const first = new Map<string, string>();
        return async (platform, target) => {
          const url = await resolve(platform, target);
          if (typeof url !== 'string') return url;
          const kept = first.get(target.id) ?? url;
          first.set(target.id, kept);
          return kept;
        };
      }),
    ],
  },
  kills: [
    {
      cases: ['session-restart-other-address'],
      clause: 'A.6',
      reason: /^nothing arrived at the runtime; .*"failed to reach workspace agent"$/,
    },
    {
      cases: ['session-restart-unreachable', 'session-restart-in-flight-content'],
      clause: 'A.10',
      reason: /^nothing arrived at the runtime; /,
    },
  ],
};
