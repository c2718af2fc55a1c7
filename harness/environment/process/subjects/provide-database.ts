import { HarnessError } from '../../../support/errors.ts';
import type { Crew } from '../../crew/crew.ts';
import { startPostgres } from '../../services/postgres/cluster.ts';
import type { Provisions } from './provisions.ts';

/** Starts the cluster that was prepared for a subject, and answers its URL. */
export async function provideDatabase(crew: Crew, provisions: Provisions): Promise<string> {
  const cluster = await provisions.cluster;
  if (cluster) return startPostgres(crew, cluster);
  throw new HarnessError({
    code: 'NO_CLUSTER',
    message: 'No database was prepared for a subject that wants one.',
  });
}
