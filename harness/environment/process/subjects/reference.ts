import { inProject } from '../../../support/paths.ts';
import type { Crew } from '../../crew/crew.ts';
import { startOwn } from '../../services/own.ts';
import type { ControlPlane } from '../../services/peers.ts';
import type { ControlledEndpoint } from '../../world.ts';
import type { BootedSubject } from '../../world-parts.ts';
import { claimPort, PORT_OPTION } from '../free-port.ts';
import { provideDatabase } from './provide-database.ts';
import type { Provisions } from './provisions.ts';

/** Boots the reference platform as soon as its database and the control plane are there. */
export async function bootReference(crew: Crew, provisions: Provisions): Promise<BootedSubject> {
  const { port } = crew.options;
  if (port !== undefined) await claimPort(port, PORT_OPTION);
  const [databaseUrl, control, desktop] = await crew.together([
    provideDatabase(crew, provisions),
    provisions.controlPlane,
    provisions.desktop,
  ]);
  return startReference(crew, databaseUrl, control, desktop);
}

/** Starts the reference platform on a database that is there already. */
export async function startReference(
  crew: Crew,
  databaseUrl: string,
  control: Pick<ControlPlane, 'url' | 'sharedSecret'> | undefined,
  desktop?: ControlledEndpoint,
): Promise<BootedSubject> {
  const { port, adminToken: wanted, clock } = crew.options;
  const token = wanted === false ? {} : { adminToken: crew.credentials.fresh() };
  const driven = clock === 'driven' ? { clockToken: crew.credentials.fresh() } : {};
  const { url, digest, logFile } = await startOwn(crew, {
    name: 'platform',
    service: 'platform',
    stage: 'platform',
    ...(port !== undefined && { port }),
    env: {
      DATABASE_URL: databaseUrl,
      ...(token.adminToken !== undefined && { ADMIN_TOKEN: token.adminToken }),
      MIGRATIONS_DIR: inProject('compose/platform/migrations'),
      CONTRACT_REVISION: crew.options.revision,
      MOLECULE_ENV: 'development',
      ...(control && { MOLECULE_CP_URL: control.url, MOLECULE_CP_SHARED_SECRET: control.sharedSecret }),
      RATE_LIMIT: '1000000',
      ...(desktop && displayEnv(crew, desktop)),
      // Browsers come in as sessions: they have no other way to say who opens a WebSocket.
      ...(desktop && control && { CP_UPSTREAM_URL: control.url, MOLECULE_ORG_SLUG: 'assay' }),
      ...(driven.clockToken !== undefined && { ASSAY_CLOCK: 'driven', ASSAY_CLOCK_TOKEN: driven.clockToken }),
    },
  });
  return { platform: { url, ...token, ...driven, logFile }, database: { url: databaseUrl }, digest };
}

function displayEnv(crew: Crew, desktop: ControlledEndpoint): Readonly<Record<string, string>> {
  return {
    DISPLAY_SESSION_SIGNING_SECRET: crew.credentials.fresh(),
    DISPLAY_DESKTOP_URL: desktop.url,
    DISPLAY_PAGE_DIR: inProject('compose/platform/display/page'),
    DISPLAY_NOVNC_DIR: inProject('node_modules/@novnc/novnc'),
  };
}
