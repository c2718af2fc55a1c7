import { RUNTIMES } from '../corpus/entry.ts';
import { HarnessError } from '../support/errors.ts';
import type { BootOptions, MutantPlant } from './boot-options.ts';
import { type Crew, gatherCrew } from './crew.ts';
import { placesOf } from './registry/places.ts';
import { startRuntimes } from './services/peers.ts';
import { startReference } from './subjects/reference.ts';
import type { World, WorldDescription } from './world.ts';

/**
 * Boots only what a mutant changes and borrows everything else, the database too, from a world that runs. The base is
 * not touched, and disposing the result takes down nothing of it. Throws `EnvironmentError`.
 */
export async function bootBeside(base: WorldDescription, options: BootOptions): Promise<World> {
  const { mutant } = options;
  if (!mutant) throw nothingToPlant();
  if (base.mode === 'compose') throw cannotStandBeside('process');
  const runtimes = mutant.runtimes ?? RUNTIMES;
  const crew = gatherCrew({ ...options, runtimes }, placesOf(options.directory));
  for (const secret of base.secrets) crew.credentials.know(secret);
  try {
    const changed = await bootChanged(crew, base, mutant);
    const { revision, subject, controlPlane, platform, database } = base;
    const description = crew.ledger.ready({
      ...{ revision, subject, controlPlane, mutant: mutant.id },
      ...(platform && { platform }),
      ...(database && { database }),
      runtimes: base.runtimes,
      ...changed,
      secrets: crew.credentials.all(),
    });
    return { ...description, [Symbol.asyncDispose]: () => crew.ledger.close() };
  } catch (error) {
    await crew.ledger.close();
    throw error;
  }
}

async function bootChanged(
  crew: Crew,
  base: WorldDescription,
  { service }: MutantPlant,
): Promise<Pick<WorldDescription, 'runtimes'> | Pick<WorldDescription, 'platform'>> {
  if (service === 'echo-runtime') return { runtimes: { ...base.runtimes, ...(await startRuntimes(crew)) } };
  if (service !== 'platform' || !base.database) throw cannotStandBeside(service);
  const { platform } = await startReference(crew, base.database.url, base.controlPlane);
  return platform ? { platform } : {};
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
