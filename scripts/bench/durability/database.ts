import pg from 'pg';
import type { Kept } from './ledger.ts';

/** A database that may be killed between any two questions. */
export interface Database {
  query(sql: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Connects for each question anew. */
export function openDatabase(connectionString: string): Database {
  return {
    query: async (sql, values = []) => {
      const client = new pg.Client({ connectionString });
      client.on('error', () => undefined); // A connection that breaks fails the question too.
      try {
        await client.connect();
        return (await client.query(sql, [...values])).rows;
      } finally {
        await client.end();
      }
    },
  };
}

/**
 * What is kept of messages that came in at `since` or later. Of a push that came to nothing the log has a row too, which
 * records the attempt and delivers nothing.
 */
export async function keptSince(database: Database, since: Date): Promise<readonly Kept[]> {
  const rows = await database.query(
    `SELECT workspace_id, 'log' AS place, request_body #>> '{params,message,parts,0,text}' AS request,
            response_body ->> 'result' AS notice
       FROM activity_logs WHERE status = 'ok' AND created_at >= $1
     UNION ALL
     SELECT workspace_id, 'queue', body #>> '{params,message,parts,0,text}', NULL
       FROM a2a_queue WHERE enqueued_at >= $1`,
    [since],
  );
  return rows.map(({ workspace_id, place, request, notice }) => ({
    workspaceId: String(workspace_id),
    place: place === 'log' ? 'log' : 'queue',
    text: String(request ?? notice),
  }));
}
