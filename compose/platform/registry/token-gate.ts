import { seam } from '../../seam.ts';
import { hasLiveToken, validateToken } from '../auth/tokens.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Queries } from '../store/database.ts';

export interface Gate {
  /** True when the workspace had no live token, so that a first one may be issued. */
  readonly bootstraps: boolean;
}

/** The gate of register, heartbeat and update-card (E.1): with a live token only the workspace's own bearer passes. */
export const checkRegistryToken = seam('platform.checkRegistryToken', judge);

async function judge(queries: Queries, workspaceId: string, bearer: string): Promise<Gate | Refusal> {
  try {
    if (!(await hasLiveToken(queries, workspaceId))) return { bootstraps: true };
    if (bearer === '') return refuse(401, 'missing workspace auth token');
    const own = await validateToken(queries, bearer, workspaceId);
    return own ? { bootstraps: false } : refuse(401, 'invalid workspace auth token');
  } catch {
    return { bootstraps: false };
  }
}
