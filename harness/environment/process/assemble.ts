import type { Crew } from '../crew/crew.ts';
import { wantedParts } from '../parts.ts';
import { reachRemote } from '../remote/remote.ts';
import { startControlPlane, startDesktop, startRuntimes } from '../services/peers.ts';
import { startPostgres } from '../services/postgres/cluster.ts';
import { type PreparedCluster, prepareCluster } from '../services/postgres/prepare.ts';
import { type BootedSubject, NO_RUNTIMES, type WorldParts } from '../world-parts.ts';
import { bootCanary } from './subjects/canary.ts';
import { bootCommand } from './subjects/command.ts';
import type { Provisions } from './subjects/provisions.ts';
import { bootReference } from './subjects/reference.ts';

const NOTHING = Promise.resolve(undefined);

/**
 * Boots a world as processes of this machine, and answers when all of it is ready. The platform waits for its database,
 * so the database comes first: runtimes started beside the copying would only take the processor away from it.
 */
export async function assembleProcesses(crew: Crew): Promise<WorldParts> {
  const wanted = wantedParts(crew.options);
  const provisions = {
    controlPlane: wanted.has('control-plane') ? startControlPlane(crew) : NOTHING,
    desktop: wanted.has('desktop') ? startDesktop(crew) : NOTHING,
    cluster: wanted.has('database') ? clusterFor(crew) : NOTHING,
  };
  const [controlPlane, desktop, runtimes, booted, canary] = await crew.together([
    provisions.controlPlane,
    provisions.desktop,
    provisions.cluster.then(() => (wanted.has('runtimes') ? startRuntimes(crew) : NO_RUNTIMES)),
    wanted.has('platform') ? bootSubject(crew, provisions) : bootStorage(crew, provisions),
    wanted.has('canary') ? bootCanary(crew) : NOTHING,
  ]);
  return {
    ...(controlPlane && { controlPlane }),
    ...(desktop && { desktop }),
    ...(canary && { canary }),
    runtimes,
    booted,
  };
}

async function clusterFor(crew: Crew): Promise<PreparedCluster | undefined> {
  const { subject } = crew.options;
  const wanted =
    subject.kind === 'reference' || (subject.kind === 'command' && subject.database === 'embedded');
  return wanted ? prepareCluster(crew) : undefined;
}

function bootSubject(crew: Crew, provisions: Provisions): Promise<BootedSubject> {
  const { subject } = crew.options;
  switch (subject.kind) {
    case 'reference':
      return bootReference(crew, provisions);
    case 'command':
      return bootCommand(crew, subject, provisions);
    case 'remote':
      return reachRemote(crew, subject);
    case 'runtime':
      return Promise.resolve({});
    default:
      throw subject satisfies never;
  }
}

/** The database that the subject would get, without the subject. */
async function bootStorage(crew: Crew, provisions: Provisions): Promise<BootedSubject> {
  const cluster = await provisions.cluster;
  return cluster ? { database: { url: await startPostgres(crew, cluster) } } : {};
}
