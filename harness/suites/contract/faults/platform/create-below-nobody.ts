import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const createBelowNobody: Fault = {
  id: 'P-contract-create-below-nobody',
  title: 'a workspace below nobody stands alone',
  plant: onPlatform(
    at('platform.createWorkspace', (create) => async (platform, body, base) => {
      const outcome = await create(platform, body, base);
      const isOff =
        'refused' in outcome && /failed to create workspace/.test(JSON.stringify(outcome.refused.body));
      return isOff
        ? create(platform, { name: crypto.randomUUID(), external: true, runtime: 'external' }, base)
        : outcome;
    }),
  ),
  kills: [{ cases: ['F.2-field@parent-unknown'], reason: /^it is refused: 201/ }],
};
