import type { Seams } from '../../../../compose/seams.ts';

/** What the relation of two workspaces is asked of. */
type Queries = Parameters<Seams['platform.canCommunicate']>[0];

/** How many levels one workspace is above another; 0 when it is not. */
export async function levelsBetween(queries: Queries, above: string, below: string): Promise<number> {
  const [row] = await queries.query<{ level: number }>('', LEVELS, [below, above]);
  return row?.level ?? 0;
}

const LEVELS = `
  WITH RECURSIVE chain (id, level) AS (
    SELECT parent_id, 1 FROM workspaces WHERE id::text = $1
    UNION ALL
    SELECT w.parent_id, c.level + 1 FROM chain c JOIN workspaces w ON w.id = c.id WHERE c.level < 100
  )
  SELECT level FROM chain WHERE id::text = $2 LIMIT 1`;
