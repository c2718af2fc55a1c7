import pg from 'pg';

/** Values that a query takes; documents go in as JSON text. */
export type Value = string | number | boolean | null | Buffer | readonly string[];
export type Row = Readonly<Record<string, unknown>>;

/** The one way to the database: prepared statements by name, or a transaction on a single connection. */
export interface Database extends Queries, AsyncDisposable {
  transaction<T>(run: (queries: Queries) => Promise<T>): Promise<T>;
}
export interface Queries {
  /** Rows of a statement that is prepared once per connection under `name`. Rejects with the server's error. */
  query<T extends Row>(name: string, sql: string, values?: readonly Value[]): Promise<readonly T[]>;
}

const JSON_OIDS: ReadonlySet<number> = new Set([114, 3802]);
const TIMESTAMP_OID = 1184;
const BIGINT_OID = 20;

/**
 * Opens a pool of ten connections, whose statements may take 30 s (D). `onIdleError` hears of connections that break
 * while they have nothing to do, in the pool or between two statements of a transaction. `searchPath` is where names are
 * looked up when that is not as the server has it.
 */
export function openDatabase(
  url: string,
  onIdleError: (error: Error) => void,
  searchPath?: string,
): Database {
  const usual = '-c TimeZone=UTC -c DateStyle=ISO -c synchronous_commit=on -c statement_timeout=30000';
  const options = searchPath === undefined ? usual : `${usual} -c search_path=${searchPath}`;
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    options,
    types: { getTypeParser },
    connectionTimeoutMillis: 30_000,
  });
  pool.on('error', onIdleError);
  return {
    query: (name, sql, values) => run(pool, name, sql, values),
    async transaction(work) {
      const client = await pool.connect();
      client.on('error', onIdleError);
      try {
        return await inTransaction(client, work);
      } finally {
        client.off('error', onIdleError);
        client.release();
      }
    },
    [Symbol.asyncDispose]: () => pool.end(),
  };
}

async function inTransaction<T>(client: pg.PoolClient, work: (queries: Queries) => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const result = await work({ query: (name, sql, values) => run(client, name, sql, values) });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot roll back is broken, and the pool drops it; what broke the work matters more.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function run<T extends Row>(
  target: pg.Pool | pg.PoolClient,
  name: string,
  text: string,
  values: readonly Value[] = [],
): Promise<readonly T[]> {
  const result = await target.query<T>({ name, text, values: [...values] });
  return result.rows;
}

/** Documents stay text, times become RFC 3339 with up to six decimals, bigints become numbers. */
function getTypeParser(oid: number, format?: string): unknown {
  if (JSON_OIDS.has(oid)) return (text: string) => text;
  if (oid === TIMESTAMP_OID) return (text: string) => text.replace(' ', 'T').replace(/\+00$/, 'Z');
  if (oid === BIGINT_OID) return Number;
  return pg.types.getTypeParser(oid, format as 'text');
}

/** SQLSTATE of a database error, empty for any other error. */
export function sqlState(error: unknown): string {
  const code = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : '';
}
