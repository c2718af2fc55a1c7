import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import { type JsonObject, verbatim } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { checkCaller } from './caller-gate.ts';

interface Peer extends Row {
  readonly id: string;
  readonly name: string;
  readonly tier: number;
  readonly status: string;
  readonly url: string | null;
  readonly parent_id: string | null;
  readonly active_tasks: number;
  readonly role: string | null;
  readonly agent_card: string | null;
}

/** `GET /registry/:id/peers` (E.4): siblings, children and parent of a workspace, narrowed by `q`. */
export const peers = seam('platform.peers', listPeers);

async function listPeers(
  platform: Platform,
  workspaceId: string,
  query: string,
  bearer: string,
): Promise<Outcome> {
  const gate = await checkCaller(platform, workspaceId, bearer);
  if (gate) return gate;
  try {
    const values = [workspaceId, !platform.rules.separatesRoots];
    const [own] = await platform.database.query('peers-own', OWN, [workspaceId]);
    if (!own) return refuse(404, 'workspace not found');
    const rows = await platform.database.query<Peer>('peers', PEERS, values);
    return { status: 200, body: rows.filter((row) => matches(row, query)).map(shown) };
  } catch (error) {
    platform.log.error({ workspaceId, reason: messageOf(error) }, 'peers could not be read');
    return refuse(500, 'lookup failed');
  }
}

const OWN = `SELECT 1 FROM workspaces WHERE id = $1 AND status <> 'removed'`;

const PEERS = `
  SELECT w.id, w.name, w.tier, w.status, w.url, w.parent_id, w.active_tasks, w.role, w.agent_card
    FROM workspaces w, workspaces own
   WHERE own.id = $1 AND w.id <> own.id AND w.status <> 'removed'
     AND (w.parent_id = own.parent_id OR w.parent_id = own.id OR w.id = own.parent_id
          OR ($2 AND w.parent_id IS NULL AND own.parent_id IS NULL))
   ORDER BY w.created_at, w.id`;

/** By name or role, whatever the case of its letters; a workspace without a role matches by name alone (careful rule). */
export const matches = seam('platform.matchesPeer', contains);

function contains({ name, role }: Pick<Peer, 'name' | 'role'>, query: string): boolean {
  const wanted = query.toLowerCase();
  return [name, role ?? ''].some((text) => text.toLowerCase().includes(wanted));
}

function shown({ id, name, tier, status, url, parent_id, active_tasks, role, agent_card }: Peer): JsonObject {
  return {
    ...{ id, name, tier, status, parent_id, active_tasks, role },
    url: url ?? '',
    agent_card: agent_card === null ? null : verbatim(agent_card),
  };
}
