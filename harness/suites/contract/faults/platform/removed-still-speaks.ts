import { createHash } from 'node:crypto';
import type { Fault } from '../../../../faults/fault.ts';
import { at } from '../../../../faults/plant.ts';
import { onPlatform } from '../on-platform.ts';

export const removedStillSpeaks: Fault = {
  id: 'M098',
  title: 'the token of a removed workspace still speaks for it',
  plant: onPlatform(
    at('platform.identifyCaller', (identify) => async (platform, claimedId, bearer) => {
      const found = await identify(platform, claimedId, bearer);
      if (found.id !== '' || bearer === '') return found;
      const hash = createHash('sha256').update(bearer).digest();
      const sql = 'SELECT workspace_id::text AS id FROM workspace_auth_tokens WHERE token_hash = $1';
      const [row] = await platform.database.query<{ readonly id: string }>('', sql, [hash]);
      return row ? { id: row.id, claimed: false } : found;
    }),
  ),
  kills: [
    { cases: ['A.2-removed-speaks-for-nobody'], reason: /^a message with its token is taken: 403|source_id/ },
  ],
};
