import { RUNTIMES } from '../../corpus/entry.ts';
import { HarnessError } from '../../support/errors.ts';
import type { BootOptions, MutantPlant, OwnService } from '../boot-options.ts';
import { type Crew, gatherCrew } from '../crew/crew.ts';
import { readyWorld } from '../crew/ready-world.ts';
import { placesOf } from '../registry/places.ts';
import { startControlPlane, startRuntimes } from '../services/peers.ts';
import { addDatabase } from '../services/postgres/cluster.ts';
import type { World, WorldDescription } from '../world.ts';
import { bootOwnCanary } from './subjects/canary.ts';
import { startReference } from './subjects/reference.ts';

/**
 * Boots only what a mutant changes, of the lines that are there, and borrows everything else from a world that runs. A
 * platform gets a database of its own in the same server: what it does wrong reaches no other, and what others leave
 * does not slow it down. The base is not touched, and disposing the result takes down nothing of it. Throws
 * `EnvironmentError`.
 */
export async function bootBeside(base: WorldDescription, options: BootOptions): Promise<World> {
  const { mutant } = options;
  if (!mutant) throw nothingToPlant();
  if (base.mode === 'compose') throw cannotStandBeside('process');
  const runtimes = (mutant.runtimes ?? RUNTIMES).filter((line) => base.runtimes[line] !== undefined);
  const crew = gatherCrew({ ...options, runtimes }, placesOf(options.directory));
  for (const secret of base.secrets) crew.credentials.know(secret);
  try {
    const changed = await bootChanged(crew, base, mutant);
    return await readyWorld(crew, { ...borrowed(base), mutant: mutant.id, ...changed });
  } catch (error) {
    await crew.close();
    throw error;
  }
}

type Changed = Partial<
  Pick<WorldDescription, 'runtimes' | 'platform' | 'database' | 'controlPlane' | 'canary'>
>;

/** A platform knows its control plane by URL and secret, so another control plane needs another platform too. */
async function bootChanged(crew: Crew, base: WorldDescription, { service }: MutantPlant): Promise<Changed> {
  switch (service) {
    case 'echo-runtime':
      return { runtimes: { ...base.runtimes, ...(await startRuntimes(crew)) } };
    case 'platform':
      return bootPlatform(crew, databaseOf(base, service), base.controlPlane);
    case 'canary-runtime':
      return { canary: (await bootOwnCanary(crew)).endpoint };
    case 'desktop':
      throw cannotStandBeside(service);
    case 'cp-simulator': {
      const database = databaseOf(base, service);
      const controlPlane = await startControlPlane(crew);
      return { controlPlane, ...(await bootPlatform(crew, database, controlPlane)) };
    }
    default:
      throw service satisfies never;
  }
}

/** Only beside the database of a reference platform one for a second can be made. */
function databaseOf({ database, subject }: WorldDescription, service: OwnService): string {
  if (!database || subject.kind !== 'reference') throw cannotStandBeside(service);
  return database.url;
}

async function bootPlatform(
  crew: Crew,
  beside: string,
  control: WorldDescription['controlPlane'],
): Promise<Pick<Changed, 'platform' | 'database'>> {
  const { platform, database } = await startReference(crew, await addDatabase(crew, beside), control);
  return { ...(platform && { platform }), ...(database && { database }) };
}

function borrowed(base: WorldDescription) {
  const { revision, subject, platform, controlPlane, runtimes, database, canary } = base;
  return {
    ...{ revision, subject, runtimes },
    ...(platform && { platform }),
    ...(controlPlane && { controlPlane }),
    ...(database && { database }),
    ...(canary && { canary }),
  };
}

function nothingToPlant(): HarnessError {
  return new HarnessError({
    code: 'NOTHING_TO_PLANT',
    message: 'Nothing is planted, so nothing is to boot.',
  });
}

function cannotStandBeside(service: string): HarnessError {
  return new HarnessError({
    code: 'CANNOT_STAND_BESIDE',
    message: `A second ${service} cannot be booted beside this world.`,
  });
}
