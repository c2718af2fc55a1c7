import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const createUnread: Fault = {
  id: 'P-contract-create-unread',
  title: 'a create that cannot be read makes a workspace all the same',
  plant: onPlatform(
    at('platform.createWorkspace', (create) => async (platform, body, base) => {
      const outcome = await create(platform, body, base);
      const isOff =
        'refused' in outcome && /invalid workspace payload/.test(JSON.stringify(outcome.refused.body));
      return isOff
        ? create(platform, { name: crypto.randomUUID(), external: true, runtime: 'external' }, base)
        : outcome;
    }),
  ),
  kills: [
    {
      cases: [
        'F.2-field@name-absent',
        'F.2-field@name-empty',
        'F.2-field@name-number',
        'F.2-field@tier-text',
        'F.2-field@external-text',
        'F.2-place@canvas-text',
        'F.2-place@canvas-list',
        'F.2-place@secrets-list',
        'F.2-place@secrets-number',
        'F.2-place@memories-text',
      ],
      reason: /^it is refused: 201/,
    },
  ],
};
