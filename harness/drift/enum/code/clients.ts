import type { SyntaxNode } from '../../support/syntax.ts';
import type { FileIndex } from './file-index.ts';
import { keyText, partsOf } from './nodes.ts';

/** Whose client runs a text: certainly or probably that of another database; nothing where PostgreSQL may be meant. */
export type OtherClient = 'another' | 'probably another';

const OTHERS =
  /clickhouse|mysql|maria-?db|sqlite|mssql|bigquery|snowflake|duckdb|cassandra|gocql|trino|presto/i;
const POSTGRES =
  /^(?:pg|postgres|pg-promise|slonik|@vercel\/postgres)$|pgx|\blib\/pq\b|psycopg|asyncpg|postgres/i;

/** Tells the clients of other databases by what the file imports, and by the form in which they take a statement. */
export function otherClient(index: FileIndex, node: SyntaxNode): OtherClient | undefined {
  const modules = index.imports().map(({ module }) => module);
  if (modules.some((module) => OTHERS.test(module)) && !modules.some((module) => POSTGRES.test(module)))
    return 'another';
  return isQueryRecord(node) ? 'probably another' : undefined;
}

/** `client.query({ query: '…' })` is the form of ClickHouse and BigQuery; those that know PostgreSQL add values. */
function isQueryRecord(node: SyntaxNode): boolean {
  const pair = node.parent();
  const record = pair?.parent();
  const call = record?.parent()?.parent();
  const key = pair?.field('key');
  if (!key || keyText(key) !== 'query' || !/^object$/.test(String(record?.kind()))) return false;
  const keys = partsOf(record ?? null).map((part) => keyText(part.field('key') ?? part));
  const isBound = keys.some((each) => /^(?:values|bind|replacements|text|params)$/.test(each));
  return !isBound && /\.(?:query|command|exec|createQueryJob)$/.test(call?.field('function')?.text() ?? '');
}
