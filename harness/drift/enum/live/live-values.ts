import type { Client } from 'pg';
import { EnvironmentError } from '../../../support/errors.ts';
import { keyOf } from '../catalogue/catalogue.ts';

const ENUMS = `
  SELECT n.nspname AS schema, t.typname AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS labels
  FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid JOIN pg_namespace n ON n.oid = t.typnamespace
  GROUP BY 1, 2`;

/** Reads every enum of a running database, in the order of `enum_range`; an unreachable one is an EnvironmentError. */
export async function readLiveValues(databaseUrl: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query<{ schema: string; name: string; labels: string[] }>(ENUMS);
    return new Map(rows.map(({ schema, name, labels }) => [keyOf([schema, name]), labels]));
  } finally {
    await client.end();
  }
}

/** Connects within ten seconds or says which database did not answer; the URL's password is never shown. */
export async function connect(databaseUrl: string): Promise<Client> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw new EnvironmentError({
      code: 'DRIFT_DATABASE',
      message: `The database at ${withoutPassword(databaseUrl)} does not answer.`,
      fix: 'Start it, or leave --live away.',
      cause,
    });
  }
}

function withoutPassword(databaseUrl: string): string {
  return databaseUrl.replace(/(\/\/[^:/@]*):[^@]*@/, '$1@');
}
