import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database, Queries } from './database.ts';

const LOCK_KEY = '4025174019';

/**
 * Applies every `NNN_name.up.sql` of `directory` that the database has not seen, each in a transaction of its own and
 * all under one advisory lock, so that two platforms may boot at once. Returns the names applied now.
 */
export async function migrate(database: Database, directory: string): Promise<readonly string[]> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.up.sql')).sort();
  if (files.length === 0) throw new Error(`no *.up.sql migrations in ${directory}`);
  await database.transaction(createTable);
  const applied: string[] = [];
  for (const file of files) {
    const sql = await readFile(join(directory, file), 'utf8');
    const fresh = await database.transaction((queries) =>
      apply(queries, file.replace(/\.up\.sql$/, ''), sql),
    );
    if (fresh) applied.push(file);
  }
  return applied;
}

async function createTable(queries: Queries): Promise<void> {
  await lock(queries);
  await queries.query(
    '',
    `CREATE TABLE IF NOT EXISTS schema_migrations (
       name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())`,
  );
}

async function apply(queries: Queries, name: string, sql: string): Promise<boolean> {
  await lock(queries);
  const seen = await queries.query('', 'SELECT 1 FROM schema_migrations WHERE name = $1', [name]);
  if (seen.length > 0) return false;
  for (const statement of statements(sql)) await queries.query('', statement);
  await queries.query('', 'INSERT INTO schema_migrations (name) VALUES ($1)', [name]);
  return true;
}

async function lock(queries: Queries): Promise<void> {
  await queries.query('', 'SELECT pg_advisory_xact_lock($1)', [LOCK_KEY]);
}

/** Our migrations hold no semicolon inside a statement, so a line that ends with one ends the statement. */
function statements(sql: string): readonly string[] {
  return sql.split(/;[ \t]*$/m).filter((statement) => statement.replace(/^--.*$/gm, '').trim() !== '');
}
