import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const createAnywhere: Fault = {
  id: 'P-contract-create-anywhere',
  title: 'a workspace is made in any place, with any access',
  plant: onPlatform(
    at('platform.createWorkspace', (create) => async (platform, body, base) => {
      const outcome = await create(platform, body, base);
      const isOff =
        'refused' in outcome &&
        /invalid (template|workspace directory|workspace access)/.test(JSON.stringify(outcome.refused.body));
      return isOff
        ? create(platform, { name: crypto.randomUUID(), external: true, runtime: 'external' }, base)
        : outcome;
    }),
  ),
  kills: [
    {
      cases: [
        'F.2-place@template-up',
        'F.2-place@dir-relative',
        'F.2-place@dir-etc',
        'F.2-place@dir-proc',
        'F.2-place@access-without-dir',
        'F.2-place@access-unknown',
      ],
      reason: /^it is refused: 201/,
    },
  ],
};
