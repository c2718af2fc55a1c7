import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Crew } from '../crew.ts';
import { lastLines } from '../process/log-tail.ts';
import type { Service } from '../process/service.ts';
import type { Engine } from './engine.ts';
import { LABEL } from './labels.ts';
import type { ComposeService } from './services.ts';

/** Tells when the containers of a world start. Disposing stops the watching, not the containers. */
export interface ContainerWatch extends AsyncDisposable {
  /** The process that follows a container's log; it ends with the container, and as the container ended. */
  started(name: string): Promise<Service>;
  /** Containers that have ended by a fault of their own, each with its last lines. */
  failed(): readonly string[];
}

interface StartEvent {
  readonly Actor: { readonly ID: string; readonly Attributes: Readonly<Record<string, string>> };
}

/** `docker wait` stands there from the start, so that the exit code is known even if the container is removed. */
const FOLLOW = 'docker logs --follow "$0" & code=$(docker wait "$0"); wait; exit "$code"';

/**
 * From now on follows each container of the world as it starts: its log goes to `logs/<service>.log`, also when it
 * dies while compose is still busy.
 */
export async function watchContainers(
  crew: Crew,
  engine: Engine,
  services: readonly ComposeService[],
): Promise<ContainerWatch> {
  const filters = { type: ['container'], event: ['start'], label: [`${LABEL.world}=${crew.ledger.id}`] };
  const events = (await engine.docker.getEvents({ filters: JSON.stringify(filters) })) as Readable;
  const awaited = new Map(services.map((service) => [service.name, follower(crew, engine, service)]));
  const giveUp = () => {
    for (const { stop } of awaited.values()) stop(crew.signal.reason);
  };
  crew.signal.addEventListener('abort', giveUp, { once: true });
  events.on('error', () => events.destroy());
  createInterface({ input: events }).on('line', (line) => {
    const { Actor } = JSON.parse(line) as StartEvent;
    awaited.get(Actor.Attributes['com.docker.compose.service'] ?? '')?.follow(Actor.ID);
  });
  const followed: Service[] = [];
  for (const { service } of awaited.values()) service.then((each) => followed.push(each), ignore);
  return {
    failed: () => followed.flatMap(lastWords),
    started: (name) => awaited.get(name)?.service ?? Promise.reject(new Error(`${name} is not watched`)),
    [Symbol.asyncDispose]: async () => {
      crew.signal.removeEventListener('abort', giveUp);
      events.destroy();
    },
  };
}

/** A container that is waited for, and how to follow it once it has an id. */
function follower(crew: Crew, engine: Engine, service: ComposeService) {
  let follow: (id: string) => void = ignore;
  let stop: (reason: unknown) => void = ignore;
  const following = new Promise<Service>((resolve, reject) => {
    follow = (id) => void startFollowing(crew, engine, service, id).then(resolve, reject);
    stop = reject;
  });
  return { service: following, follow, stop };
}

async function startFollowing(
  crew: Crew,
  engine: Engine,
  { name, stage }: ComposeService,
  id: string,
): Promise<Service> {
  const { Image } = await engine.docker.getContainer(id).inspect();
  return crew.start({
    name,
    stage,
    command: 'sh',
    args: ['-c', FOLLOW, id],
    env: engine.env,
    cwd: crew.ledger.directory,
    digest: Image,
  });
}

/** None for one that runs, ended well or was ended by a signal. */
function lastWords({ record, exit }: Service): readonly string[] {
  const code = exit()?.code ?? 0;
  if (code === 0 || code > 128) return [];
  return [`${record.name} ended with exit code ${code}; its last lines:`, ...lastLines(record.logFile, 20)];
}

function ignore(): void {}
