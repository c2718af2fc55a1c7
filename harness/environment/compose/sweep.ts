import { hostname } from 'node:os';
import type { ContainerInfo } from 'dockerode';
import { deadlineIn, poll } from '../../support/deadline.ts';
import { EnvironmentError } from '../../support/errors.ts';
import { isAlive } from '../process/identity.ts';
import { isWanted } from '../registry/wanted.ts';
import { readWorldFile } from '../registry/world-file.ts';
import { type Engine, findEngine } from './engine.ts';
import { isGoneOrGoing } from './engine-errors.ts';
import { LABEL } from './labels.ts';

const REMOVED_WITHIN_MS = 15_000;

/**
 * Removes the containers and networks of a world. Where no engine answers none of them runs, and what the engine
 * still remembers is reaped by the next boot of a compose world. Throws `EnvironmentError` when something stays.
 */
export async function removeContainersOf(worldId: string): Promise<void> {
  const engine = await findEngine().catch(() => undefined);
  if (engine) await sweep(engine, worldId);
}

/** Removes the containers that killed runs of this machine left behind; answers the ids of their worlds. */
export async function reapContainers(engine: Engine): Promise<readonly string[]> {
  const found = await engine.docker.listContainers({ all: true, filters: { label: [LABEL.world] } });
  const left = new Set(found.filter(isLeftOver).map(({ Labels }) => Labels[LABEL.world] ?? ''));
  await Promise.all([...left].map((id) => sweep(engine, id)));
  return [...left];
}

function isLeftOver({ Labels }: ContainerInfo): boolean {
  if (Labels[LABEL.host] !== hostname()) return false;
  const file = readWorldFile(Labels[LABEL.directory] ?? '');
  if (file.kind === 'known') return !isWanted(file.record);
  const [pid, startTicks] = (Labels[LABEL.supervisor] ?? '').split(':').map(Number);
  return !isAlive({ pid: pid ?? 0, startTicks: startTicks ?? 0 });
}

/** Asks again until nothing is left, because containers may be on their way up or down at this moment. */
async function sweep(engine: Engine, worldId: string): Promise<void> {
  const deadline = deadlineIn(REMOVED_WITHIN_MS);
  const cleared = await poll(async () => (await removeOnce(engine, worldId)) || undefined, deadline, 50);
  if (cleared) return;
  throw new EnvironmentError({
    code: 'CONTAINERS_NOT_REMOVED',
    message: `Containers of world ${worldId} are still there after ${REMOVED_WITHIN_MS / 1000} s.`,
    fix: `Remove them: docker rm -f $(docker ps -aq --filter label=${LABEL.world}=${worldId})`,
  });
}

/** True when there was nothing left to remove. */
async function removeOnce({ docker }: Engine, worldId: string): Promise<boolean> {
  const filters = { label: [`${LABEL.world}=${worldId}`] };
  const containers = await docker.listContainers({ all: true, filters });
  await Promise.all(
    containers.map(({ Id }) => unlessGone(docker.getContainer(Id).remove({ force: true, v: true }))),
  );
  const networks = await docker.listNetworks({ filters });
  await Promise.all(networks.map(({ Id }) => unlessGone(docker.getNetwork(Id).remove())));
  return containers.length === 0 && networks.length === 0;
}

/** 403 is a network that still has a container in it; the next round removes it. */
async function unlessGone(removal: Promise<unknown>): Promise<void> {
  await removal.catch((error: { readonly statusCode?: number }) => {
    if (!isGoneOrGoing(error) && error.statusCode !== 403) throw error;
  });
}
