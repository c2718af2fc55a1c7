import { processEnv } from '../../../../config/process-env.ts';
import { hasTwoPostgres, type WorldDescription } from '../../../../environment/index.ts';
import type { Neutral } from '../../../../faults/fault.ts';

export const databaseOtherwise: Neutral = {
  id: 'N-database-otherwise',
  title: 'the database is a PostgreSQL of another version',
  plant: { kind: 'world', boot: { postgres: 'package' }, shows: rowsInAnotherVersion },
  lacking: () => (hasTwoPostgres(processEnv.PATH) ? undefined : 'there is but one PostgreSQL here'),
};

/** Workspaces that this world's own server holds, when it is no server of the same version. */
async function rowsInAnotherVersion(changed: WorldDescription, sound: WorldDescription): Promise<number> {
  const [here, there] = await Promise.all([rowsIn(changed), rowsIn(sound)]);
  return here.version === there.version ? 0 : here.workspaces;
}

async function rowsIn({ database }: WorldDescription) {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: database?.url });
  await client.connect();
  try {
    const sql =
      "SELECT current_setting('server_version') AS version, count(*)::int AS workspaces FROM workspaces";
    const { rows } = await client.query<{ version: string; workspaces: number }>(sql);
    return rows[0] ?? { version: '', workspaces: 0 };
  } finally {
    await client.end();
  }
}
