import type { Container, ContainerCreateOptions } from 'dockerode';
import type { ImagePlace } from '../../../config/subject.ts';
import type { Crew } from '../../crew/crew.ts';
import { claimPort, freePort } from '../../process/free-port.ts';
import type { Engine } from '../engine.ts';
import { engineSays, isGoneOrGoing } from '../engine-errors.ts';
import { LABEL, labelsOf } from '../labels.ts';
import { nameTaken } from './errors.ts';

/** A container that runs, and the port of this machine by which it is reached. */
export interface StartedContainer {
  readonly container: Container;
  readonly port: number;
}

/** No runtime should need as much; what does would take the machine down. */
export const MEMORY_BYTES = 4 * 2 ** 30;
const PIDS = 1024;
const LOG = { Type: 'json-file', Config: { 'max-size': '64m', 'max-file': '1' } };
/** None of them is what an entrypoint needs that changes owners and then its own user. */
const NEEDED_BY_NONE = ['AUDIT_WRITE', 'MKNOD', 'NET_RAW', 'SETFCAP', 'SYS_CHROOT'];
const ATTEMPTS = 3;

/**
 * Starts the container of a runtime, on loopback only. The port is chosen here: one that the engine chose would be another
 * one after a restart. Without `isKept` the container ends with the world. Throws `EnvironmentError`.
 */
export async function startContainer(
  crew: Crew,
  engine: Engine,
  place: ImagePlace,
  listensAt: number,
): Promise<StartedContainer> {
  for (let attempt = 1; ; attempt++) {
    const port = await portFor(place);
    const container = await create(crew, engine, place, optionsFor(crew, place, { listensAt, port }));
    try {
      await engineSays(place.image, container.start());
      return { container, port };
    } catch (error) {
      await remove(container);
      if (attempt === ATTEMPTS || place.publishedPort !== undefined || !isPortTaken(error)) throw error;
    }
  }
}

function portFor({ publishedPort }: ImagePlace): Promise<number> {
  return publishedPort === undefined ? freePort() : claimPort(publishedPort, 'leave `--publish` away');
}

async function create(
  crew: Crew,
  { docker }: Engine,
  { image, container: name, isKept }: ImagePlace,
  options: ContainerCreateOptions,
): Promise<Container> {
  crew.signal.throwIfAborted();
  const creating = docker.createContainer(options).catch((error: { readonly statusCode?: unknown }) => {
    throw error.statusCode === 409 ? nameTaken(name) : error;
  });
  await engineSays(image, creating);
  const container = await creating;
  if (!isKept) crew.keep({ [Symbol.asyncDispose]: () => remove(container) });
  return container;
}

async function remove(container: Container): Promise<void> {
  await container.remove({ force: true, v: true }).catch((error) => {
    if (!isGoneOrGoing(error)) throw error;
  });
}

/**
 * What contract J.1 gives a template. Its user, its entrypoint and a writable root are its own affair: a runtime that
 * works on the platform has to work here.
 */
function optionsFor(
  crew: Crew,
  { image, container: name, env, isKept }: ImagePlace,
  { listensAt, port }: { readonly listensAt: number; readonly port: number },
): ContainerCreateOptions {
  const given = {
    ...{ PORT: String(listensAt), HOST: '0.0.0.0' },
    ...{ MOLECULE_CANARY_MODE: '1', MOLECULE_MEMORY_ROOT: '/tmp/canary-memory', WORKSPACE_ID: name },
    ...env,
  };
  return {
    ...{ name, Image: image, Env: Object.entries(given).map(([key, value]) => `${key}=${value}`) },
    // One that is kept must not be taken for what a killed run left.
    Labels: { [LABEL.canary]: name, ...(isKept ? {} : labelsOf(crew)) },
    ExposedPorts: { [`${listensAt}/tcp`]: {} },
    HostConfig: {
      PortBindings: { [`${listensAt}/tcp`]: [{ HostIp: '127.0.0.1', HostPort: String(port) }] },
      ...{ Memory: MEMORY_BYTES, PidsLimit: PIDS, CapDrop: NEEDED_BY_NONE, LogConfig: LOG },
    },
  };
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && /port is already allocated|address already in use/i.test(error.message);
}
