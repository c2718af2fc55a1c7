import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const createAnyText: Fault = {
  id: 'P-contract-create-any-text',
  title: 'a workspace has any name, role and mode',
  plant: onPlatform(
    at('platform.createWorkspace', (create) => async (platform, body, base) => {
      const outcome = await create(platform, body, base);
      const isOff =
        'refused' in outcome &&
        /invalid workspace fields|delivery_mode must be/.test(JSON.stringify(outcome.refused.body));
      return isOff
        ? create(platform, { name: crypto.randomUUID(), external: true, runtime: 'external' }, base)
        : outcome;
    }),
  ),
  kills: [
    {
      cases: [
        'F.2-field@name-line',
        'F.2-field@name-brace',
        'F.2-field@name-256',
        'F.2-field@role-1001',
        'F.2-field@model-101',
        'F.2-field@mode-unknown',
      ],
      reason: /^it is refused: 201/,
    },
  ],
};
