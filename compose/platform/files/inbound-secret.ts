import { seam } from '../../seam.ts';
import { newSecret } from '../auth/tokens.ts';
import { messageOf } from '../background.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import type { Queries, Row } from '../store/database.ts';

/** What is done with an agent's files, as its refusals call it. */
export type Operation = 'upload' | 'download';

const RETRY_SECONDS = 30;

/** The secret that the platform shows to an agent, and whether it had to be made just now. Rejects when there is none. */
export interface InboundSecret {
  readonly secret: string;
  readonly healed: boolean;
}

/** Reads the secret, and makes one where there is none: the agent learns of it when it registers next (E.1). */
export const inboundSecret = seam('platform.inboundSecret', readOrMint);

async function readOrMint(queries: Queries, workspaceId: string): Promise<InboundSecret> {
  const found = await read(queries, workspaceId);
  if (found) return { secret: found, healed: false };
  const fresh = newSecret();
  const minted = await queries.query(
    'secret-mint',
    `UPDATE workspaces SET platform_inbound_secret = $2
      WHERE id = $1 AND platform_inbound_secret IS NULL RETURNING id`,
    [workspaceId, fresh],
  );
  if (minted.length > 0) return { secret: fresh, healed: true };
  const other = await read(queries, workspaceId);
  if (!other) throw new Error('the workspace is gone');
  return { secret: other, healed: true };
}

async function read(queries: Queries, workspaceId: string): Promise<string | null | undefined> {
  const sql = 'SELECT platform_inbound_secret AS secret FROM workspaces WHERE id = $1';
  const rows = await queries.query<Row & { secret: string | null }>('secret-read', sql, [workspaceId]);
  return rows[0]?.secret;
}

/** The secret to present to an agent, or why it cannot be presented yet (G.2). */
export const secretFor = seam('platform.secretFor', presentable);

async function presentable(
  platform: Platform,
  workspaceId: string,
  operation: Operation,
): Promise<string | Refusal> {
  try {
    const { secret, healed } = await inboundSecret(platform.database, workspaceId);
    return healed ? reRegistering() : secret;
  } catch (error) {
    platform.log.error({ workspaceId, reason: messageOf(error) }, 'no inbound secret');
    return refuse(503, `workspace not yet enrolled in v2 ${operation} (RFC #2312)`, {
      detail: 'Reprovision the workspace, so that it gets the secret that the platform presents to it.',
    });
  }
}

function reRegistering(): Refusal {
  return refuse(503, 'workspace re-registering — please retry in 30 seconds', {
    detail: 'the workspace had no inbound secret; it gets the new one when it registers or sends a heartbeat',
    retry_after_seconds: RETRY_SECONDS,
  });
}
