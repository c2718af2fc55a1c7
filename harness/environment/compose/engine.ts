import type Docker from 'dockerode';
import { execa } from 'execa';
import { childEnv, processEnv } from '../../config/process-env.ts';
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
    const { dockerode: docker } = (await getContainerRuntimeClient()).container;
    demandThatOne(docker, processEnv.DOCKER_HOST);
    await docker.ping();
    return { docker, env: childEnv(clientSettings(docker)) };
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

/** Where the engine that was asked for does not answer, testcontainers takes one on this machine; we do not. */
function demandThatOne(docker: Docker, asked: string | undefined): void {
  if (!asked) return;
  const socket = socketOf(docker);
  const same = asked.startsWith('unix:') ? socket === new URL(asked).pathname : socket === undefined;
  if (!same) throw new Error(`DOCKER_HOST is ${asked}, and nothing answers there`);
}

/** What is reached by TCP was named in `DOCKER_HOST`, which the client sees too. */
function clientSettings(docker: Docker): Record<string, string> {
  const socket = socketOf(docker);
  return socket === undefined ? {} : { DOCKER_HOST: `unix://${socket}` };
}

function socketOf(docker: Docker): string | undefined {
  const path: unknown = Reflect.get(docker.modem, 'socketPath');
  return typeof path === 'string' ? path : undefined;
}
