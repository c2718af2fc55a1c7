import { randomBytes } from 'node:crypto';
import type { Client, DatabaseError } from 'pg';
import type { SourceFile } from '../../support/source-file.ts';
import { appliedPart } from '../catalogue/migration.ts';
import type { AppliedMigrations } from '../catalogue/migrations.ts';
import type { CodeFacts, Preparable } from '../code/code-facts.ts';
import { FIRST_SLOT } from '../code/draft.ts';
import { parseSql } from '../sql/parse.ts';
import type { LiveAnswer, Refusal } from './confirm.ts';
import { connect } from './live-values.ts';

/**
 * Applies the migrations to a scratch database of the server at `serverUrl` and prepares every statement there.
 * The scratch database is dropped afterwards, whatever happens.
 */
export async function askLive(
  serverUrl: string,
  applied: AppliedMigrations,
  facts: CodeFacts,
): Promise<LiveAnswer> {
  const name = `assay_drift_${randomBytes(6).toString('hex')}`;
  const admin = await connect(serverUrl);
  try {
    await admin.query(`CREATE DATABASE ${name}`);
    try {
      return await withScratch(serverUrl, name, applied, facts);
    } finally {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  } finally {
    await admin.end();
  }
}

async function withScratch(
  serverUrl: string,
  name: string,
  applied: AppliedMigrations,
  facts: CodeFacts,
): Promise<LiveAnswer> {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const client = await connect(url.href);
  try {
    const server = `PostgreSQL ${String((await client.query('SHOW server_version')).rows[0]?.server_version).split(' ')[0]}`;
    const problems = await migrate(client, applied.applied);
    const refusals: Refusal[] = [];
    for (const statement of problems.length === 0 ? facts.preparable : []) {
      const refusal = await prepare(client, statement);
      if (refusal) refusals.push(refusal);
    }
    return { server, prepared: problems.length === 0 ? facts.preparable.length : 0, refusals, problems };
  } finally {
    await client.end();
  }
}

/** Runs the migrations statement by statement; the first failure ends it, since everything after would lie. */
async function migrate(client: Client, files: readonly SourceFile[]): Promise<readonly string[]> {
  for (const file of files) {
    const text = appliedPart(file.text);
    const parsed = parseSql(text);
    for (const { node, start, end } of parsed.ok ? parsed.statements : []) {
      try {
        await client.query(text.slice(start, end));
      } catch (error) {
        const refusal = await asRefusal(error);
        if ('CreateExtensionStmt' in node) continue;
        const { line, column } = file.positionAt(start);
        return [
          `${file.path}:${line}:${column}: the live database refuses this migration: ${refusal.message}.`,
        ];
      }
    }
  }
  return [];
}

async function prepare(client: Client, { sql, statement, exact }: Preparable): Promise<Refusal | undefined> {
  try {
    await client.query(`PREPARE assay_drift AS ${numbered(sql)}`);
    await client.query('DEALLOCATE assay_drift');
    return undefined;
  } catch (error) {
    const { code = '', message } = await asRefusal(error);
    return { statement, sql, code, message, exact };
  }
}

/** What the server said; anything else that went wrong is thrown on. */
async function asRefusal(error: unknown): Promise<DatabaseError> {
  const { DatabaseError } = await import('pg');
  if (error instanceof DatabaseError) return error;
  throw error;
}

/** Our own parameters start at a high number; a server wants them to follow the statement's without a gap. */
function numbered(sql: string): string {
  const numbers = [...sql.matchAll(/\$(\d+)/g)].map((match) => Number(match[1]));
  const last = Math.max(0, ...numbers.filter((number) => number < FIRST_SLOT));
  return sql
    .replace(/;\s*$/, '')
    .replace(/\$(\d+)/g, (whole, digits: string) =>
      Number(digits) < FIRST_SLOT ? whole : `$${Number(digits) - FIRST_SLOT + last + 1}`,
    );
}
