import { EnvironmentError } from '../../support/errors.ts';

const CONNECT_MS = 10_000;

/**
 * Gives all rows of a log the time of its first. No route can do that; the answer says why it could not be done, if so:
 * the database of the subject is not open to us, or the subject keeps its rows elsewhere.
 */
export async function putIntoOneInstant(
  databaseUrl: string | undefined,
  workspaceId: string,
): Promise<string | undefined> {
  if (databaseUrl === undefined)
    return 'rows of one instant need the database of the subject, which is not open to us';
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query(ONE_INSTANT, [workspaceId]);
    return rowCount === 0 ? ELSEWHERE : undefined;
  } catch (error) {
    if (isElsewhere(error)) return ELSEWHERE;
    throw new EnvironmentError({
      code: 'SUBJECT_DATABASE',
      message: `Rows of one instant could not be made: ${error instanceof Error ? error.message : String(error)}`,
      fix: 'See that the database of the subject is there, and takes the credentials of this world.',
      cause: error,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

const ELSEWHERE = 'the rows of this subject do not lie in `activity_logs`';

/** No such table, or no such column. */
function isElsewhere(error: unknown): boolean {
  return ['42P01', '42703'].includes(String(Reflect.get(Object(error), 'code')));
}

const ONE_INSTANT = `
  UPDATE activity_logs SET created_at = (SELECT min(created_at) FROM activity_logs WHERE workspace_id = $1)
   WHERE workspace_id = $1`;
