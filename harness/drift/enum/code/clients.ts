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
  if (isForAnother(index)) return 'another';
  return isQueryRecord(node) ? 'probably another' : undefined;
}

const FOR_ANOTHER = new WeakMap<FileIndex, boolean>();

function isForAnother(index: FileIndex): boolean {
  const known = FOR_ANOTHER.get(index) ?? importsAnother(index);
  FOR_ANOTHER.set(index, known);
  return known;
}

function importsAnother({ file, imports }: FileIndex): boolean {
  if (!OTHERS.test(file.text)) return false;
  const modules = imports().map(({ module }) => module);
  return modules.some((module) => OTHERS.test(module)) && !modules.some((module) => POSTGRES.test(module));
}

/** `client.query({ query: '…' })` is the form of ClickHouse and BigQuery; those that know PostgreSQL add values. */
function isQueryRecord(node: SyntaxNode): boolean {
  const pair = node.parent();
  if (pair?.kind() !== 'pair') return false;
  const record = pair.parent();
  const call = record?.parent()?.parent();
  const key = pair.field('key');
  if (!key || keyText(key) !== 'query' || !/^object$/.test(String(record?.kind()))) return false;
  const keys = partsOf(record ?? null).map((part) => keyText(part.field('key') ?? part));
  const isBound = keys.some((each) => /^(?:values|bind|replacements|text|params)$/.test(each));
  return !isBound && /\.(?:query|command|exec|createQueryJob)$/.test(call?.field('function')?.text() ?? '');
}
