import { setTimeout as delay } from 'node:timers/promises';
import type { ContainerInfo } from 'dockerode';
import type { Crew } from '../crew/crew.ts';
import type { Engine } from './engine.ts';
import { type Followed, follow } from './follow.ts';
import { LABEL } from './labels.ts';
import type { ComposeService } from './services.ts';
import { neverStarted } from './up-errors.ts';

/** Tells when the containers of a world start. Disposing stops the watching, not the containers. */
export interface ContainerWatch extends AsyncDisposable {
  started(name: string): Promise<Followed>;
  /** Containers that have ended by a fault of their own, each with its last lines. */
  failed(): readonly string[];
}

const EVERY_MS = 100;
const ANSWER_WITHIN_MS = 5000;

/**
 * From now on follows each container of the world as it starts: its log goes to `logs/<service>.log`, also when it
 * dies while compose is still busy. The engine is asked again and again; its events may get lost.
 */
export function watchContainers(
  crew: Crew,
  engine: Engine,
  services: readonly ComposeService[],
): ContainerWatch {
  const awaited = new Map(services.map((service) => [service.name, awaitedService(service)]));
  const followed: Followed[] = [];
  const look = async () => {
    for (const { Id, ImageID, Labels } of await begunContainers(crew, engine)) {
      const entry = awaited.get(Labels['com.docker.compose.service'] ?? '');
      if (!entry || entry.begun) continue;
      entry.begun = true;
      const following = follow(crew, engine, entry.order, { id: Id, image: ImageID });
      entry.resolve(following);
      followed.push(await following);
    }
  };
  const stop = new AbortController();
  const watching = keepLooking(crew, look, AbortSignal.any([crew.signal, stop.signal])).catch((error) => {
    for (const { reject } of awaited.values()) reject(error);
  });
  return {
    failed: () => followed.flatMap(lastWords),
    started: (name) => awaited.get(name)?.service ?? Promise.reject(neverStarted(name, crew.deadline)),
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await watching;
    },
  };
}

function awaitedService(order: ComposeService) {
  let resolve: (service: Promise<Followed>) => void = ignore;
  let reject: (reason: unknown) => void = ignore;
  const service = new Promise<Followed>((...settlers) => {
    [resolve, reject] = settlers;
  });
  service.catch(ignore);
  return { order, service, resolve, reject, begun: false };
}

/** Rejects when the boot is given up or its time is over; the last error of the engine is then the cause. */
async function keepLooking(crew: Crew, look: () => Promise<void>, signal: AbortSignal): Promise<never> {
  let cause: unknown;
  while (!crew.deadline.expired()) {
    signal.throwIfAborted();
    await look().catch((error) => {
      cause = error;
    });
    await delay(EVERY_MS, undefined, { signal });
  }
  throw neverStarted('a container', crew.deadline, cause);
}

/** Those that run or have run; what is only created has no log yet. */
async function begunContainers({ ledger }: Crew, { docker }: Engine): Promise<readonly ContainerInfo[]> {
  const containers = await docker.listContainers({
    all: true,
    filters: { label: [`${LABEL.world}=${ledger.id}`] },
    abortSignal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  return containers.filter(({ State }) => State !== 'created');
}

/** None for one that runs, ended well or was ended by a signal. */
function lastWords({ service: { record, exit, lastLines } }: Followed): readonly string[] {
  const code = exit()?.code ?? 0;
  if (code === 0 || code > 128) return [];
  return [`${record.name} ended with exit code ${code}; its last lines:`, ...lastLines().slice(-20)];
}

function ignore(): void {}
