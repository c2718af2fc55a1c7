import type Docker from 'dockerode';
import { execa } from 'execa';
import { childEnv } from '../../config/process-env.ts';
import { composeMissing, engineMissing } from './engine-errors.ts';

/** A Docker engine that answers. */
export interface Engine {
  readonly docker: Docker;
  /** Environment of the command line client, so that it talks to the same engine. */
  readonly env: Readonly<Record<string, string>>;
}

/** Finds the engine that testcontainers finds. Throws `EnvironmentError` when none answers. */
export async function findEngine(): Promise<Engine> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  try {
    const { docker, host } = addressed((await getContainerRuntimeClient()).container.dockerode);
    await docker.ping();
    return { docker, env: childEnv(host === undefined ? {} : { DOCKER_HOST: host }) };
  } catch (cause) {
    throw engineMissing(cause);
  }
}

/** Makes sure that the command line client can compose. Throws `EnvironmentError` with what it said instead. */
export async function demandCompose({ env }: Engine): Promise<void> {
  const { failed, stderr, shortMessage } = await execa('docker', ['compose', 'version'], {
    env,
    extendEnv: false,
    reject: false,
    timeout: 10_000,
  });
  if (failed) throw composeMissing(String(stderr).split('\n')[0] || (shortMessage ?? ''));
}

/** A socket has a path; what is reached by TCP was named in `DOCKER_HOST`, which the client has already. */
function addressed(docker: Docker): { readonly docker: Docker; readonly host: string | undefined } {
  const path: unknown = Reflect.get(docker.modem, 'socketPath');
  return { docker, host: typeof path === 'string' ? `unix://${path}` : undefined };
}
