import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const unknownLogged: Fault = {
  id: 'P-contract-unknown-logged',
  title: 'a row for nobody is said to be logged',
  plant: onPlatform(
    at('platform.createActivity', (create) => async (platform, workspaceId, body) => {
      const outcome = await create(platform, workspaceId, body);
      const isUnknown = 'refused' in outcome && outcome.refused.status === 404;
      return isUnknown ? { status: 200, body: { status: 'logged' } } : outcome;
    }),
  ),
  kills: [{ cases: ['C.2-unknown-workspace'], reason: /^the administrator is told: 200/ }],
};
