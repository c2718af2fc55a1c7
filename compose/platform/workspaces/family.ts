import { seam } from '../../seam.ts';
import type { Queries, Row } from '../store/database.ts';

/** A workspace with what deleting, pausing and resuming ask of it. */
export interface Member extends Row {
  readonly id: string;
  readonly name: string;
  readonly tier: number;
  readonly runtime: string;
  readonly status: string;
  readonly instance_id: string | null;
  readonly parent_id: string | null;
  readonly active_tasks: number;
}

const COLUMNS = 'id, name, tier, runtime, status, instance_id, parent_id, active_tasks';

/** The workspace and all its descendants, whatever their status; empty when there is none. */
export const familyOf = seam('platform.familyOf', select);

function select(queries: Queries, id: string): Promise<readonly Member[]> {
  return queries.query<Member>('family', FAMILY, [id]);
}

const FAMILY = `
  WITH RECURSIVE family AS (
    SELECT id, 0 AS depth FROM workspaces WHERE id = $1
    UNION ALL
    SELECT w.id, f.depth + 1 FROM workspaces w JOIN family f ON w.parent_id = f.id
  ) CYCLE id SET is_cycle USING path
  SELECT ${COLUMNS.replaceAll(/(\w+)/g, 'w.$1')} FROM family f JOIN workspaces w ON w.id = f.id
   WHERE NOT f.is_cycle ORDER BY f.depth, w.created_at, w.id`;

/** The name of the nearest ancestor that is paused. */
export const pausedAncestor = seam('platform.pausedAncestor', nearestPaused);

async function nearestPaused(queries: Queries, id: string): Promise<string | undefined> {
  const rows = await queries.query<Row & { name: string }>('paused-ancestor', PAUSED, [id]);
  return rows[0]?.name;
}

const PAUSED = `
  WITH RECURSIVE line AS (
    SELECT parent_id AS id, 1 AS depth FROM workspaces WHERE id = $1
    UNION ALL
    SELECT w.parent_id, l.depth + 1 FROM workspaces w JOIN line l ON w.id = l.id
  ) CYCLE id SET is_cycle USING path
  SELECT w.name FROM line l JOIN workspaces w ON w.id = l.id
   WHERE w.status = 'paused' AND NOT l.is_cycle ORDER BY l.depth LIMIT 1`;
