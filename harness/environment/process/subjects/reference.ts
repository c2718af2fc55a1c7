import { inProject } from '../../../support/paths.ts';
import type { Crew } from '../../crew/crew.ts';
import { startOwn } from '../../services/own.ts';
import type { ControlPlane } from '../../services/peers.ts';
import type { BootedSubject } from '../../world-parts.ts';
import { provideDatabase } from './provide-database.ts';
import type { Provisions } from './provisions.ts';

/** Boots the reference platform as soon as its database and the control plane are there. */
export async function bootReference(crew: Crew, provisions: Provisions): Promise<BootedSubject> {
  const [databaseUrl, control] = await crew.together([
    provideDatabase(crew, provisions),
    provisions.controlPlane,
  ]);
  return startReference(crew, databaseUrl, control);
}

/** Starts the reference platform on a database that is there already. */
export async function startReference(
  crew: Crew,
  databaseUrl: string,
  control: Pick<ControlPlane, 'url' | 'sharedSecret'> | undefined,
): Promise<BootedSubject> {
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
      ...(control && { MOLECULE_CP_URL: control.url, MOLECULE_CP_SHARED_SECRET: control.sharedSecret }),
      RATE_LIMIT: '1000000',
    },
  });
  return { platform: { url, adminToken, logFile }, database: { url: databaseUrl }, digest };
}
