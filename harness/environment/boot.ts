import type { Subject } from '../config/subject.ts';
import type { BootOptions } from './boot-options.ts';
import { type Crew, gatherCrew } from './crew/crew.ts';
import { readyWorld } from './crew/ready-world.ts';
import { placesOf } from './registry/places.ts';
import { reapLeftovers } from './registry/reap.ts';
import type { SubjectDescription, World } from './world.ts';
import type { BootedSubject, WorldParts } from './world-parts.ts';

/**
 * Boots the world of a subject, each part as soon as what it needs is there, and answers when all of it is ready.
 * What killed runs left behind is taken down first. Throws `EnvironmentError`, after taking down what already stood.
 */
export async function bootWorld(options: BootOptions): Promise<World> {
  const places = placesOf(options.directory);
  const crew = gatherCrew(options, places);
  try {
    const [parts] = await crew.together([assemble(crew), reap(crew)]);
    return await readyWorld(crew, describe(crew.options, parts));
  } catch (error) {
    await crew.close();
    throw error;
  }
}

async function reap(crew: Crew): Promise<void> {
  for (const id of await reapLeftovers(crew.places)) crew.progress('reaped', id);
}

/** Each engine is loaded only when it is asked for. */
async function assemble(crew: Crew): Promise<WorldParts> {
  const mode = crew.options.mode ?? 'process';
  switch (mode) {
    case 'process':
      return (await import('./process/assemble.ts')).assembleProcesses(crew);
    case 'compose':
      return (await import('./compose/assemble.ts')).assembleContainers(crew);
    default:
      return mode satisfies never;
  }
}

function describe(options: BootOptions, { controlPlane, desktop, runtimes, booted, canary }: WorldParts) {
  return {
    revision: options.revision,
    ...(options.mutant ? { mutant: options.mutant.id } : {}),
    subject: describeSubject(options.subject, { ...booted, ...canary?.subject }),
    ...(booted.platform ? { platform: booted.platform } : {}),
    ...(controlPlane ? { controlPlane } : {}),
    ...(desktop ? { desktop } : {}),
    runtimes,
    ...(booted.database ? { database: booted.database } : {}),
    ...(canary ? { canary: canary.endpoint } : {}),
  };
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
    ...(booted.answersAt === undefined ? {} : { answersAt: booted.answersAt }),
  };
}
