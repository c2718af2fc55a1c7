import { inProject } from '../../support/paths.ts';
import type { Crew } from '../crew.ts';
import { startOwn } from '../services/own.ts';
import type { ControlPlane } from '../services/peers.ts';
import { startPostgres } from '../services/postgres/cluster.ts';
import type { BootedSubject } from './booted-subject.ts';

/** Boots the reference platform as soon as its database and the control plane are there. */
export async function bootReference(crew: Crew, controlPlane: Promise<ControlPlane>): Promise<BootedSubject> {
  const [databaseUrl, control] = await crew.together([startPostgres(crew), controlPlane]);
  const adminToken = crew.credentials.fresh();
  const { url, digest, logFile } = await startOwn(crew, {
    name: 'platform',
    service: 'platform',
    stage: 'platform',
    env: {
      DATABASE_URL: databaseUrl,
      ADMIN_TOKEN: adminToken,
      MIGRATIONS_DIR: inProject('compose/platform/migrations'),
      CONTRACT_REVISION: crew.options.revision,
      MOLECULE_ENV: 'development',
      MOLECULE_CP_URL: control.url,
      MOLECULE_CP_SHARED_SECRET: control.sharedSecret,
      RATE_LIMIT: '1000000',
    },
  });
  return { platform: { url, adminToken, logFile }, database: { url: databaseUrl }, digest };
}
