import type { Subject } from '../config/subject.ts';
import type { BootOptions } from './boot-options.ts';
import { type Crew, gatherCrew } from './crew.ts';
import type { Ledger } from './registry/ledger.ts';
import { placesOf } from './registry/places.ts';
import { reapLeftovers } from './registry/reap.ts';
import { startControlPlane, startRuntimes } from './services/peers.ts';
import { type PreparedCluster, prepareCluster } from './services/postgres/prepare.ts';
import type { BootedSubject, Provisions } from './subjects/booted-subject.ts';
import { bootCommand } from './subjects/command.ts';
import { bootReference } from './subjects/reference.ts';
import { reachRemote } from './subjects/remote.ts';
import type { SubjectDescription, World, WorldDescription } from './world.ts';
import type { WorldParts } from './world-parts.ts';

/**
 * Boots the world of a subject, each part as soon as what it needs is there, and answers when all of it is ready.
 * What killed runs left behind is taken down first. Throws `EnvironmentError`, after taking down what already stood.
 */
export async function bootWorld(options: BootOptions): Promise<World> {
  const places = placesOf(options.directory);
  const crew = gatherCrew(options, places);
  try {
    const [parts] = await crew.together([assembleIn(crew), reap(crew)]);
    return asWorld(describe(crew, parts), crew.ledger);
  } catch (error) {
    await crew.ledger.close();
    throw error;
  }
}

async function reap(crew: Crew): Promise<void> {
  for (const id of await reapLeftovers(crew.places)) crew.progress('reaped', id);
}

/** What drives containers is loaded only when containers are asked for. */
async function assembleIn(crew: Crew): Promise<WorldParts> {
  if (crew.options.mode !== 'compose') return assemble(crew);
  return (await import('./compose/assemble.ts')).assembleContainers(crew);
}

/**
 * The platform waits for its database, so the database comes first: runtimes started beside the copying would only
 * take the processor away from it.
 */
async function assemble(crew: Crew): Promise<WorldParts> {
  const { options } = crew;
  const provisions = { controlPlane: startControlPlane(crew), cluster: clusterFor(crew, options.subject) };
  const [controlPlane, runtimes, booted] = await crew.together([
    provisions.controlPlane,
    provisions.cluster.then(() => startRuntimes(crew)),
    bootSubject(crew, options.subject, provisions),
  ]);
  return { controlPlane, runtimes, booted };
}

function describe(crew: Crew, { controlPlane, runtimes, booted }: WorldParts): WorldDescription {
  const { options, ledger, credentials } = crew;
  return ledger.ready({
    revision: options.revision,
    ...(options.mutant ? { mutant: options.mutant.id } : {}),
    subject: describeSubject(options.subject, booted),
    ...(booted.platform ? { platform: booted.platform } : {}),
    controlPlane,
    runtimes,
    ...(booted.database ? { database: booted.database } : {}),
    secrets: credentials.all(),
  });
}

async function clusterFor(crew: Crew, subject: Subject): Promise<PreparedCluster | undefined> {
  const wanted =
    subject.kind === 'reference' || (subject.kind === 'command' && subject.database === 'embedded');
  return wanted ? prepareCluster(crew) : undefined;
}

function bootSubject(crew: Crew, subject: Subject, provisions: Provisions): Promise<BootedSubject> {
  switch (subject.kind) {
    case 'reference':
      return bootReference(crew, provisions);
    case 'command':
      return bootCommand(crew, subject, provisions);
    case 'remote':
      return reachRemote(crew, subject);
    default:
      throw subject satisfies never;
  }
}

function describeSubject(subject: Subject, booted: BootedSubject): SubjectDescription {
  const { kind, name, file, capabilities, baseline } = subject;
  const agentUrl = subject.kind === 'remote' ? subject.agentUrl : undefined;
  return {
    kind,
    name,
    file,
    capabilities,
    ...(baseline === undefined ? {} : { baseline }),
    ...(agentUrl === undefined ? {} : { agentUrl }),
    ...(booted.digest === undefined ? {} : { digest: booted.digest }),
  };
}

/** A world that is kept alive is only let go of; whoever wants it gone stops it by its id. */
function asWorld(description: WorldDescription, ledger: Ledger): World {
  const dispose = description.keepAlive ? () => Promise.resolve() : () => ledger.close();
  return { ...description, [Symbol.asyncDispose]: dispose };
}
