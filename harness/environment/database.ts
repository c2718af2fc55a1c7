import { loadSubject } from '../config/subject.ts';
import { gatherCrew } from './crew.ts';
import { placesOf } from './registry/places.ts';
import { startPostgres } from './services/postgres/cluster.ts';
import { prepareCluster } from './services/postgres/prepare.ts';

const DEADLINE_MS = 30_000;

/** A PostgreSQL server of our own without a world around it; disposing it takes it down. */
export interface Database extends AsyncDisposable {
  /** URL of its superuser, password included. */
  readonly url: string;
}

/** Starts an empty PostgreSQL server on loopback. Throws `EnvironmentError`. */
export async function bootDatabase(): Promise<Database> {
  const subject = await loadSubject();
  const crew = gatherCrew({ subject, revision: subject.revision, deadlineMs: DEADLINE_MS }, placesOf());
  try {
    const url = await startPostgres(crew, await prepareCluster(crew));
    return { url, [Symbol.asyncDispose]: () => crew.ledger.close() };
  } catch (error) {
    await crew.ledger.close();
    throw error;
  }
}
