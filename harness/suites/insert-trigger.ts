import type { Tools } from './contract/language/index.ts';

/** What it takes to reach the rows of a subject. */
type ByDatabase = Pick<Tools, 'database'>;

/** How long an insert is held up: a platform that does not wait for it answers long before. */
export const HELD_UP_MS = 400;

/** Lets inserts of a workspace into the log wait, or fail, while something is done; rows of others are not touched. */
export async function withInserts<T>(
  tools: ByDatabase,
  workspace: { readonly id: string },
  how: 'wait' | 'fail',
  act: () => Promise<T>,
): Promise<T> {
  try {
    await breakInserts(tools, workspace, how);
    return await act();
  } finally {
    await mendInserts(tools, workspace);
  }
}

async function breakInserts(
  { database }: ByDatabase,
  { id }: { readonly id: string },
  how: 'wait' | 'fail',
): Promise<void> {
  const name = `assay_${how}_${id.replaceAll('-', '')}`;
  const deed =
    how === 'wait'
      ? `PERFORM pg_sleep(${HELD_UP_MS / 1000}); RETURN NEW;`
      : `RAISE EXCEPTION 'no room for it';`;
  await database.query(
    `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${deed} END $$`,
  );
  await database.query(
    `CREATE TRIGGER ${name} BEFORE INSERT ON activity_logs FOR EACH ROW
       WHEN (NEW.workspace_id = '${id}') EXECUTE FUNCTION ${name}()`,
  );
}

async function mendInserts({ database }: ByDatabase, { id }: { readonly id: string }): Promise<void> {
  for (const how of ['wait', 'fail'])
    await database.query(`DROP FUNCTION IF EXISTS assay_${how}_${id.replaceAll('-', '')}() CASCADE`);
}

/** How many rows the database holds for a workspace at this moment. */
export async function rowsNow({ database }: ByDatabase, { id }: { readonly id: string }): Promise<number> {
  const [row] = await database.query('SELECT count(*)::int AS n FROM activity_logs WHERE workspace_id = $1', [
    id,
  ]);
  return Number(row?.n);
}
