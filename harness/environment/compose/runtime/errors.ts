import { describeError, EnvironmentError } from '../../../support/errors.ts';

const LINES = 20;

/** No engine answers, so an image cannot be started. */
export function noEngine(image: string, cause: unknown): EnvironmentError {
  return new EnvironmentError({
    code: 'ENGINE_MISSING',
    message: `No Docker engine answers, so ${image} could not be started and nothing was judged.`,
    details: ['Looked at DOCKER_HOST and at the sockets of Docker on this machine.'],
    fix: 'Start Docker (`docker version` must show a server), or start the runtime otherwise and name it by --command or --url.',
    cause,
  });
}

/** The engine is there, and its client is not, which hands on what the runtime writes. */
export function noClient(image: string): EnvironmentError {
  return new EnvironmentError({
    code: 'DOCKER_CLIENT_MISSING',
    message: `A Docker engine answers, and there is no \`docker\` on PATH to follow the log of ${image} with.`,
    fix: 'Install the command line client of Docker.',
  });
}

/** The engine has no such image and does not get it; `said` is what it said. */
export function notPulled(image: string, said: string): EnvironmentError {
  return new EnvironmentError({
    code: 'IMAGE_MISSING',
    message: `The engine has no image ${image}, and could not pull it.`,
    details: said
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-LINES),
    fix: `Build it first (docker build -t ${image} .), correct its name, or log in to its registry.`,
  });
}

/** Somebody else's container has the name. */
export function nameTaken(name: string): EnvironmentError {
  return new EnvironmentError({
    code: 'CONTAINER_NAME_TAKEN',
    message: `There is a container of the name ${name} already.`,
    fix: `Remove it (docker rm -f ${name}), or give another --name.`,
  });
}

/** The kernel has ended it because it wanted more memory than it may have. */
export function outOfMemory(image: string, limitBytes: number, cause: unknown): EnvironmentError {
  return new EnvironmentError({
    code: 'RUNTIME_OUT_OF_MEMORY',
    message: `${image} wanted more than ${limitBytes / 2 ** 30} GiB of memory, and was ended.`,
    details: describeError(cause).split('\n'),
    fix: 'Let it need less.',
    cause,
  });
}
