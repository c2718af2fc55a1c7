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
  return { container, service };
}
