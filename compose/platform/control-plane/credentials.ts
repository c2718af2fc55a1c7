import { seam } from '../../seam.ts';
import { newSecret } from '../auth/tokens.ts';
import type { Platform } from '../platform.ts';

/**
 * Both credentials of an instance that is about to start (F.5): every live token is revoked, so that its first register,
 * which has no bearer, is given the new one, and the inbound secret is minted where there is none.
 */
export const mintCredentials = seam('platform.mintCredentials', mint);

async function mint(platform: Platform, workspaceId: string): Promise<void> {
  await platform.database.query(
    'mint-revoke',
    'UPDATE workspace_auth_tokens SET revoked_at = clock_timestamp() WHERE workspace_id = $1 AND revoked_at IS NULL',
    [workspaceId],
  );
  await platform.database.query(
    'mint-secret',
    'UPDATE workspaces SET platform_inbound_secret = COALESCE(platform_inbound_secret, $2) WHERE id = $1',
    [workspaceId, newSecret()],
  );
}
