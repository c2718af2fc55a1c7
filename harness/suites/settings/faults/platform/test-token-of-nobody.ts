import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../../../contract/faults/on-platform.ts';

export const testTokenOfNobody: Fault = {
  id: 'P-test-token-of-nobody',
  title: 'a token for tests belongs to whichever workspace is there',
  plant: onPlatform(
    at('platform.testToken', (give) => async (platform, id, authorization) => {
      const outcome = await give(platform, id, authorization);
      const missing =
        'refused' in outcome && /workspace not found/.test(JSON.stringify(outcome.refused.body));
      return missing ? { status: 200, body: { auth_token: 'x', workspace_id: id } } : outcome;
    }),
  ),
  kills: [{ cases: ['H.1-test-token-works'], reason: /^one of nobody: 200 / }],
};
