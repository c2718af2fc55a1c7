import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const createShowsBearer: Fault = {
  id: 'P-contract-create-shows-bearer',
  title: 'a workspace that comes with its agent is given a bearer',
  plant: onPlatform(
    at('platform.createWorkspace', (create) => async (platform, body, base) => {
      const outcome = await create(platform, body, base);
      if ('refused' in outcome || !body?.url) return outcome;
      return { ...outcome, body: { ...Object(outcome.body), auth_token: 'x' } };
    }),
  ),
  kills: [{ cases: ['F.2-external-url'], reason: /^it is online: 201 .*auth_token/ }],
};
