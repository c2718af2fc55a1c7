import type { EnvironmentError } from '../../support/errors.ts';
import { inProject } from '../../support/paths.ts';
import type { Crew } from '../crew/crew.ts';
import { WORLD_MARKER } from '../process/marker.ts';
import { projectOf } from './labels.ts';
import { upFailed, upTooLate } from './up-errors.ts';

/** What `docker compose up` is told. */
export interface UpOrder {
  /** Absolute compose files that are laid over `compose.yaml`. */
  readonly files: readonly string[];
  readonly services: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Builds what has to be built and starts the services; answers the error that compose ended with, if any. Gives up
 * with the boot and at its deadline, and throws the reason; the client carries the marker of the world, so that taking
 * the world down ends it too.
 */
export async function composeUp(
  crew: Crew,
  { files, services, variables }: UpOrder,
): Promise<EnvironmentError | undefined> {
  const { DockerComposeEnvironment, Wait } = await import('testcontainers');
  const environment = new DockerComposeEnvironment(inProject('compose'), ['compose.yaml', ...files])
    .withProjectName(projectOf(crew.ledger.id))
    .withAutoCleanup(false)
    .withDefaultWaitStrategy(Wait.forAll([]))
    .withEnvironment({ ...variables, [WORLD_MARKER]: crew.ledger.id });
  crew.signal.throwIfAborted();
  const up = environment.up([...services]).then(
    () => undefined,
    (error: unknown) => upFailed(error, variables),
  );
  return await Promise.race([up, givenUp(crew)]);
}

/** Rejects when waiting has no use any more, with the reason. */
function givenUp({ signal, deadline }: Crew): Promise<never> {
  const given = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(upTooLate(deadline)), deadline.remainingMs()).unref();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  given.catch(() => undefined);
  return given;
}
