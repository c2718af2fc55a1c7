import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { type Refusal, refuse } from '../http/reply.ts';
import type { Rules } from '../rules.ts';
import type { Queries, Row } from '../store/database.ts';

const MAX_LEVELS = 33;

interface Relation extends Row {
  readonly same_parent: boolean;
  readonly both_roots: boolean;
  readonly ancestry: boolean;
}

/** Step 6: who may speak to whom (A.3). Unknown workspaces and database errors are denied. */
export const checkHierarchy = seam('platform.checkHierarchy', refuseStrangers);

async function refuseStrangers(
  queries: Queries,
  rules: Rules,
  callerId: string,
  targetId: string,
): Promise<Refusal | undefined> {
  if (await canCommunicate(queries, rules, callerId, targetId).catch(() => false)) return undefined;
  return refuse(403, 'access denied: workspaces cannot communicate per hierarchy rules');
}

/** The relation of A.3: self, siblings, ancestor and descendant; once also two roots. Filters agent sockets too. */
export const canCommunicate = seam('platform.canCommunicate', related);

async function related(queries: Queries, rules: Rules, one: string, other: string): Promise<boolean> {
  if (one.toLowerCase() === other.toLowerCase()) return true;
  if (!isUuid(one) || !isUuid(other)) return false;
  const rows = await queries.query<Relation>('hierarchy', RELATION, [one, other]);
  const relation = rows[0];
  if (!relation) return false;
  return relation.same_parent || relation.ancestry || (relation.both_roots && !rules.separatesRoots);
}

const RELATION = `
  WITH RECURSIVE above (root, id, level) AS (
    SELECT id, parent_id, 1 FROM workspaces WHERE id IN ($1, $2)
    UNION ALL
    SELECT a.root, w.parent_id, a.level + 1 FROM above a JOIN workspaces w ON w.id = a.id
     WHERE a.level < ${MAX_LEVELS} AND w.parent_id IS NOT NULL
  )
  SELECT COALESCE(one.parent_id = other.parent_id, false) AS same_parent,
         one.parent_id IS NULL AND other.parent_id IS NULL AS both_roots,
         EXISTS (SELECT 1 FROM above WHERE (root = one.id AND above.id = other.id)
                                        OR (root = other.id AND above.id = one.id)) AS ancestry
    FROM workspaces one, workspaces other
   WHERE one.id = $1 AND other.id = $2`;
