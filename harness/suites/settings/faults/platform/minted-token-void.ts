import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const mintedTokenVoid: Fault = {
  id: 'P-minted-token-void',
  title: 'a token that an admin mints opens nothing',
  plant: onPlatform(
    at('platform.mintToken', (mint) => async (platform, id) => {
      const outcome = await mint(platform, id);
      return 'refused' in outcome
        ? outcome
        : { ...outcome, body: { ...Object(outcome.body), auth_token: 'of nobody' } };
    }),
  ),
  kills: [{ cases: ['H.1-minted'], reason: /^it opens its workspace: 401/ }],
};
