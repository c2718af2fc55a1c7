import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { EnvironmentError } from '../../../support/errors.ts';
import type { Crew } from '../../crew/crew.ts';
import { findPostgres, type PostgresBinaries } from './binaries.ts';
import { databaseOwner, type Owner } from './owner.ts';
import { reachable } from './reachable.ts';
import { type Template, templateFor } from './template.ts';

const run = promisify(execFile);

/** A database cluster that can be started: the world's own copy of a template. */
export interface PreparedCluster {
  readonly binaries: PostgresBinaries;
  readonly owner: Owner | undefined;
  /** Absolute data directory. */
  readonly data: string;
  /** What the superuser's password is until the world's own is set. */
  readonly templatePassword: string;
}

/** Copies a fresh cluster into the world. Throws `EnvironmentError`. */
export async function prepareCluster(crew: Crew): Promise<PreparedCluster> {
  const owner = databaseOwner();
  const found = findPostgres(crew.env.PATH, crew.options.postgres ?? 'path-or-package');
  const binaries = await reachable(found, owner, crew.places.templates);
  const template = await templateFor(binaries, owner, crew.places.templates, crew.deadline);
  crew.credentials.know(template.password);
  const data = join(crew.ledger.directory, 'postgres');
  await copy(template, data);
  crew.progress('prepared', 'postgres');
  return { binaries, owner, data, templatePassword: template.password };
}

/** By the system's own tool, which makes cheap copies where the file system can. */
async function copy(template: Template, data: string): Promise<void> {
  try {
    await run('cp', ['-a', template.data, data]);
  } catch (cause) {
    throw new EnvironmentError({
      code: 'DATABASE_NOT_COPIED',
      message: `The database cluster ${template.data} could not be copied to ${data}.`,
      details: String((cause as Error).message)
        .trim()
        .split('\n')
        .slice(-5),
      fix: `Make room in the temporary directory, or remove ${dirname(template.data)} so that it is made again.`,
      cause,
    });
  }
}
