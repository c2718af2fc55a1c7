import { EnvironmentError } from '../../support/errors.ts';

/** Whether the engine says that what was asked for does not exist. */
export function isMissing(error: unknown): boolean {
  return (error as { readonly statusCode?: unknown }).statusCode === 404;
}

/** Whether a removal came too late or is under way already. */
export function isGoneOrGoing(error: unknown): boolean {
  return isMissing(error) || (error as { readonly statusCode?: unknown }).statusCode === 409;
}

/** Awaits what the engine was asked to do to a service. Throws `EnvironmentError` with its words where it refuses. */
export async function engineSays(service: string, answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch (cause) {
    if (!(cause instanceof Error && 'statusCode' in cause)) throw cause;
    throw new EnvironmentError({
      code: 'ENGINE_REFUSED',
      message: `The Docker engine did not do to ${service} what it was asked to: ${cause.message}`,
      fix: 'Look at the engine (`docker ps -a`).',
      cause,
    });
  }
}

const NO_ENGINE_NEEDED = 'or use --mode process, which needs no engine.';

/** No engine answers. */
export function engineMissing(cause?: unknown): EnvironmentError {
  return new EnvironmentError({
    code: 'ENGINE_MISSING',
    message: 'No Docker engine answers, so the compose world cannot be booted and nothing was judged.',
    details: ['Looked at DOCKER_HOST and at the sockets of Docker on this machine.'],
    fix: `Start Docker (\`docker version\` must show a server), ${NO_ENGINE_NEEDED}`,
    cause,
  });
}

/** There is an engine, and no client of its own to compose with. */
export function composeMissing(said: string): EnvironmentError {
  return new EnvironmentError({
    code: 'COMPOSE_MISSING',
    message: 'The Docker engine answers, but `docker compose` does not work, so nothing was judged.',
    details: said === '' ? [] : [`It said: ${said}`],
    fix: `Install the compose plugin of Docker (\`docker compose version\` must answer), ${NO_ENGINE_NEEDED}`,
  });
}
