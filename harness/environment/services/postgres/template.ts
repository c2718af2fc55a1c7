import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EnvironmentError } from '../../../support/errors.ts';
import type { PostgresBinaries } from './binaries.ts';
import type { Owner } from './owner.ts';

const run = promisify(execFile);

/** Superuser of every database cluster that we make. */
export const SUPERUSER = 'assay';

/** A finished cluster to copy from, and the password that its superuser has until a copy gets its own. */
export interface Template {
  readonly data: string;
  readonly password: string;
}

const INITDB = [
  `--username=${SUPERUSER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--no-locale',
  '--no-sync',
  '--wal-segsize=4',
];

/** The template of a server build; made at first use, by several at once if need be: the first to finish wins. */
export async function templateFor(
  binaries: PostgresBinaries,
  owner: Owner | undefined,
  templates: string,
): Promise<Template> {
  const home = join(templates, buildKey(binaries, owner));
  if (!existsSync(home)) await make(binaries, owner, templates, home);
  return { data: join(home, 'data'), password: readFileSync(join(home, 'password'), 'utf8') };
}

/** Another build, owner or set of options gets another template. */
function buildKey(binaries: PostgresBinaries, owner: Owner | undefined): string {
  const { size, mtimeMs } = statSync(binaries.postgres);
  const facts = JSON.stringify([binaries.postgres, size, mtimeMs, owner?.uid ?? null, INITDB]);
  return createHash('sha256').update(facts).digest('hex').slice(0, 16);
}

async function make(
  binaries: PostgresBinaries,
  owner: Owner | undefined,
  templates: string,
  home: string,
): Promise<void> {
  const nascent = join(templates, `.${randomBytes(6).toString('hex')}`);
  mkdirSync(nascent, { mode: 0o700 });
  writeFileSync(join(nascent, 'password'), randomBytes(24).toString('hex'), { mode: 0o600 });
  if (owner) for (const path of [join(nascent, 'password'), nascent]) chownSync(path, owner.uid, owner.gid);
  try {
    await initdb(binaries, owner, nascent);
    renameSync(nascent, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  } finally {
    await rm(nascent, { recursive: true, force: true });
  }
}

async function initdb(binaries: PostgresBinaries, owner: Owner | undefined, nascent: string): Promise<void> {
  const args = [...INITDB, `--pwfile=${join(nascent, 'password')}`, `--pgdata=${join(nascent, 'data')}`];
  try {
    await run(binaries.initdb, args, { cwd: nascent, env: { LC_ALL: 'C', TZ: 'UTC' }, ...owner });
  } catch (cause) {
    const { stderr = '', message } = cause as Error & { stderr?: string };
    throw new EnvironmentError({
      code: 'INITDB_FAILED',
      message: `PostgreSQL's initdb (${binaries.initdb}) could not make a database cluster.`,
      details: (stderr || message).trim().split('\n').slice(-20),
      fix: initdbFix(binaries),
      cause,
    });
  }
}

function initdbFix(binaries: PostgresBinaries): string {
  return binaries.from === 'package'
    ? 'Run `npm rebuild` so that the package can finish its installation, or install PostgreSQL on the machine.'
    : 'Check that this PostgreSQL works, and that its user can reach the temporary directory.';
}
