import type { TestProject } from 'vitest/node';
import { processEnv } from '../../harness/config/process-env.ts';
import { placesOf } from '../../harness/environment/registry/places.ts';
import { findPostgres } from '../../harness/environment/services/postgres/binaries.ts';
import { databaseOwner, type Owner } from '../../harness/environment/services/postgres/owner.ts';
import { reachable } from '../../harness/environment/services/postgres/reachable.ts';

/** Programs of a PostgreSQL, by absolute paths, and the user they run as when it cannot be ourselves. */
export interface ProvidedPostgres {
  readonly postgres: string;
  readonly initdb: string;
  readonly owner?: Owner;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: ProvidedPostgres | { readonly missing: string };
  }
}

/**
 * Finds PostgreSQL once for all tests, as a world does: on this machine, else in the npm package. Tests of a service
 * get it from here, for they import nothing of the harness.
 */
export async function setup({ provide }: TestProject): Promise<void> {
  provide('postgres', await find().catch((error: Error) => ({ missing: error.message })));
}

async function find(): Promise<ProvidedPostgres> {
  const owner = databaseOwner();
  const found = findPostgres(processEnv.PATH, 'path-or-package');
  const { postgres, initdb } = await reachable(found, owner, placesOf().templates);
  return { postgres, initdb, ...(owner && { owner }) };
}
