import type { Deadline } from '../../support/deadline.ts';
import { EnvironmentError } from '../../support/errors.ts';

const LINES = 30;
const NO_REGISTRY =
  /pull access denied|failed to resolve|failed to do request|no such host|dial tcp|manifest unknown|error getting credentials|toomanyrequests|repository does not exist/i;
const PORT_TAKEN = /port is already allocated|address already in use/i;

/** Code of the error for a port that somebody took after it was chosen. */
export const PORT_TAKEN_CODE = 'COMPOSE_PORT_TAKEN';

/** Why `docker compose up` failed, in the words of compose, and what to do about it. */
export function upFailed(error: unknown, variables: Readonly<Record<string, string>>): EnvironmentError {
  const said = error instanceof Error ? error.message : String(error);
  const base = { message: 'The compose world could not be started.', details: lastOf(said) };
  if (PORT_TAKEN.test(said))
    return new EnvironmentError({ ...base, code: PORT_TAKEN_CODE, fix: 'Run it again.' });
  if (NO_REGISTRY.test(said))
    return new EnvironmentError({
      ...base,
      code: 'BASE_IMAGE_MISSING',
      message: `The engine has no ${variables.ASSAY_NODE_IMAGE} or no ${variables.ASSAY_POSTGRES_IMAGE}, and cannot pull it.`,
      fix: 'Pull both; where no registry can be reached, `npm run base-images` makes stand-ins from the programs of this machine.',
    });
  return new EnvironmentError({
    ...base,
    code: 'COMPOSE_UP_FAILED',
    fix: 'Read what compose said, above, or use --mode process, which needs no engine.',
  });
}

/** The deadline of the boot came first. */
export function upTooLate({ totalMs }: Deadline): EnvironmentError {
  return new EnvironmentError({
    code: 'COMPOSE_UP_TOO_LATE',
    message: `The compose world was not up within ${Math.round(totalMs / 1000)} s.`,
    fix: 'If images were still being pulled, pull node:20-bookworm-slim and postgres:16-bookworm first, then run it again.',
  });
}

function lastOf(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-LINES);
}

/** Compose said that all is up, and a container is not there. */
export function neverStarted(name: string, { totalMs }: Deadline, cause?: unknown): EnvironmentError {
  return new EnvironmentError({
    code: 'CONTAINER_NOT_STARTED',
    message: `${name} of the compose world did not start within ${Math.round(totalMs / 1000)} s.`,
    fix: 'Look at the engine (`docker ps -a`), or use --mode process, which needs no engine.',
    cause,
  });
}
