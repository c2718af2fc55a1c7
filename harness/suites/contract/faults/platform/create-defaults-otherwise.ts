import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const createDefaultsOtherwise: Fault = {
  id: 'P-contract-create-defaults',
  title: 'a workspace without tier gets the first, and one without tasks two',
  plant: onPlatform(
    at('platform.createWorkspace', (create) => async (platform, body, base) => {
      const { tier, max_concurrent_tasks: tasks } = body ?? {};
      if (!body || typeof body !== 'object') return create(platform, body, base);
      const low = tier === undefined || tier === 0 ? { tier: 1 } : {};
      const two = tasks === 0 ? { max_concurrent_tasks: 2 } : {};
      return create(platform, { ...body, ...low, ...two }, base);
    }),
  ),
  kills: [
    {
      cases: ['F.2-field@tier-zero', 'F.2-field@tier-absent', 'F.2-field@tasks-zero'],
      reason: /^it reads: 200/,
    },
    { cases: ['F.5-request'], reason: /^the call: / },
    { cases: ['F.6-restart', 'F.6-hibernate'], reason: /^its event: .*"tier":1/ },
  ],
};
