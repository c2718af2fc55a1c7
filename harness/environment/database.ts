import { loadSubject } from '../config/subject.ts';
import { HarnessError } from '../support/errors.ts';
import { bootWorld } from './boot.ts';

const DEADLINE_MS = 30_000;

/** A PostgreSQL server of our own without a world around it; disposing it takes it down. */
export interface Database extends AsyncDisposable {
  /** URL of its superuser, password included. */
  readonly url: string;
}

/** Starts an empty PostgreSQL server on loopback. Throws `EnvironmentError`. */
export async function bootDatabase(): Promise<Database> {
  const subject = await loadSubject();
  const { revision } = subject;
  const world = await bootWorld({ subject, revision, deadlineMs: DEADLINE_MS, parts: ['database'] });
  if (!world.database) throw noDatabase();
  return { url: world.database.url, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

function noDatabase(): HarnessError {
  return new HarnessError({
    code: 'NO_DATABASE',
    message: 'A world of a database alone came up without it.',
  });
}
