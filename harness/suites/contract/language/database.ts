import { EnvironmentError } from '../../../support/errors.ts';
import type { Scope } from '../../../support/scope.ts';

/** The database of the subject, for cases that need it. */
export interface DatabaseTool {
  query(sql: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

const CONNECT_MS = 10_000;

/** Connects when it is first asked. Throws `EnvironmentError` where the database is not open to us, or not there. */
export function openDatabase(url: string | undefined, scope: Scope): DatabaseTool {
  let connected: ReturnType<typeof connect> | undefined;
  return {
    async query(sql, values = []) {
      if (url === undefined) throw notOpen('no database of the subject is known');
      connected ??= connect(url, scope);
      const { rows } = await (await connected).query(sql, [...values]);
      return rows;
    },
  };
}

async function connect(url: string, scope: Scope) {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined);
  await client.connect().catch((error: Error) => {
    throw notOpen(error.message);
  });
  scope.defer(() => client.end().catch(() => undefined));
  return client;
}

function notOpen(why: string): EnvironmentError {
  return new EnvironmentError({
    code: 'SUBJECT_DATABASE',
    message: `The database of the subject could not be asked: ${why}.`,
    fix: 'See that it is there, or drop `database` from the capabilities of the subject.',
  });
}
