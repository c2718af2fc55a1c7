import { seam } from '../../seam.ts';
import { hasLiveToken, validateToken } from '../auth/tokens.ts';
import { type Answer, refusal } from '../http/reply.ts';
import type { Queries } from '../store/database.ts';

export interface Gate {
  readonly refused: Answer | undefined;
  /** True when the workspace had no live token, so that a first one may be issued. */
  readonly bootstraps: boolean;
}

/** The gate of register, heartbeat and update-card (E.1): with a live token only the workspace's own bearer passes. */
export const checkRegistryToken = seam('platform.checkRegistryToken', judge);

async function judge(queries: Queries, workspaceId: string, bearer: string): Promise<Gate> {
  try {
    if (!(await hasLiveToken(queries, workspaceId))) return { refused: undefined, bootstraps: true };
    if (bearer === '') return { refused: refusal(401, 'missing workspace auth token'), bootstraps: false };
    const own = await validateToken(queries, bearer, workspaceId);
    return { refused: own ? undefined : refusal(401, 'invalid workspace auth token'), bootstraps: false };
  } catch {
    return { refused: undefined, bootstraps: false };
  }
}
