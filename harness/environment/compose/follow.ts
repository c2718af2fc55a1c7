import { setTimeout as delay } from 'node:timers/promises';
import type { Crew } from '../crew/crew.ts';
import type { Service } from '../process/service.ts';
import type { Engine } from './engine.ts';
import type { ComposeService } from './services.ts';

/** A container of a service. */
export interface ContainerRef {
  readonly id: string;
  /** `sha256:<hex>` of its image. */
  readonly image: string;
}

/** A container, and the process that follows its log; that ends with the container, and as the container ended. */
export interface Followed {
  readonly container: ContainerRef;
  readonly service: Service;
  /** As the engine sees it: the process that follows the log learns of an end a moment later. */
  isUp(): Promise<boolean>;
}

/** `docker wait` stands there from the start, so that the exit code is known even if the container is removed. */
const FOLLOW = 'docker logs --follow --since "$1" "$0" & code=$(docker wait "$0"); wait; exit "$code"';

/** From now on writes the log of a container to `logs/<service>.log`, as far as it is from `since` on (all of it). */
export async function follow(
  crew: Crew,
  engine: Engine,
  { name, stage }: Pick<ComposeService, 'name' | 'stage'>,
  container: ContainerRef,
  since = '',
): Promise<Followed> {
  const service = await crew.start({
    name,
    stage,
    command: 'sh',
    args: ['-c', FOLLOW, container.id, since],
    env: engine.env,
    cwd: crew.ledger.directory,
    digest: container.image,
  });
  return { container, service, isUp: () => isUp(engine, container.id) };
}

/** The engine too learns of an end a moment later, so it is asked twice. */
async function isUp(engine: Engine, id: string): Promise<boolean> {
  if (!(await runs(engine, id))) return false;
  await delay(MOMENT_MS);
  return runs(engine, id);
}

const MOMENT_MS = 150;

/** One that is gone does not; of an engine that does not answer nothing follows. */
async function runs({ docker }: Engine, id: string): Promise<boolean> {
  try {
    const { State } = await docker.getContainer(id).inspect();
    return State.Running;
  } catch (error) {
    return Reflect.get(Object(error), 'statusCode') !== 404;
  }
}
