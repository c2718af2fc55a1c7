import type { Container, ContainerInspectInfo } from 'dockerode';
import { poll } from '../../support/deadline.ts';
import { EnvironmentError } from '../../support/errors.ts';
import type { Crew } from '../crew/crew.ts';
import type { RunState } from '../handling/actions.ts';
import type { Budget, Grip, Life, Signals } from '../handling/grip.ts';
import { GRACE_MS } from '../process/take-down.ts';
import { type ReadyProbe, waitReady } from '../process/wait-ready.ts';
import type { WorldHeader } from '../world.ts';
import { type Engine, findEngine } from './engine.ts';
import { engineSays, isMissing } from './engine-errors.ts';
import { type ContainerRef, follow } from './follow.ts';
import { LABEL } from './labels.ts';
import { networkGrip } from './network-grip.ts';
import { type ComposeService, LOOPBACK } from './services.ts';

/** A container that is ours to bring back, where it listens, and how it is asked whether it is ready. */
export interface OwnedContainer {
  readonly order: Pick<ComposeService, 'name' | 'stage'>;
  readonly container: ContainerRef;
  readonly url: string;
  probe(budget: Budget): ReadyProbe<true>;
}

/** The grip on a container that we follow. */
export function ownedGrip(crew: Crew, engine: Engine, owned: OwnedContainer): Grip {
  const { name } = owned.order;
  const container = engine.docker.getContainer(owned.container.id);
  const life: Life = {
    stop: () => engineSays(name, container.stop({ t: GRACE_MS / 1000 })),
    start: (budget) => engineSays(name, comeBack(crew, engine, owned, container, budget)),
  };
  return { ...gripOn(name, container), life };
}

/** One that does not get ready is ended again. */
async function comeBack(
  crew: Crew,
  engine: Engine,
  { order, container: ref, url, probe }: OwnedContainer,
  container: Container,
  budget: Budget,
): Promise<void> {
  await container.start();
  try {
    const { State } = await container.inspect();
    const { service, isUp } = await follow(crew, engine, order, ref, State.StartedAt);
    await waitReady(service, probe(budget), budget.deadline, budget.signal);
    crew.vigil.admit(service, isUp);
  } catch (error) {
    await container.kill().catch(() => undefined); // It may have ended already.
    throw error;
  }
  crew.ledger.setUrl(order.name, url);
  crew.progress('ready', order.name);
}

/** Grips on the containers of a world that nobody owns: nobody would follow their logs, so none can be brought back. */
export async function unownedGrips({ id }: Pick<WorldHeader, 'id'>): Promise<readonly Grip[]> {
  const engine = await findEngine();
  const filters = { label: [`${LABEL.world}=${id}`] };
  const containers = await engine.docker.listContainers({ all: true, filters });
  return containers.map(({ Id, Labels }) => {
    const name = Labels['com.docker.compose.service'] ?? '';
    return name === LOOPBACK.name
      ? networkGrip(engine, id, Id)
      : gripOn(name, engine.docker.getContainer(Id));
  });
}

function gripOn(service: string, container: Container): Grip {
  return {
    service,
    state: async () => stateOf(await look(container)),
    pid: async () => (await look(container))?.Pid || undefined,
    signals: signalsTo(service, container),
  };
}

/** `undefined` for one that somebody has removed. */
async function look(container: Container): Promise<ContainerInspectInfo['State'] | undefined> {
  try {
    return (await container.inspect()).State;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function stateOf(state: ContainerInspectInfo['State'] | undefined): RunState {
  if (!state?.Running) return 'down';
  return state.Paused ? 'paused' : 'running';
}

function signalsTo(service: string, container: Container): Signals {
  return {
    kill: async (signal, budget) => {
      await engineSays(service, container.kill({ signal }));
      await untilDown(service, container, budget);
    },
    pause: () => engineSays(service, container.pause()),
    resume: () => engineSays(service, container.unpause()),
  };
}

async function untilDown(service: string, container: Container, { deadline, signal }: Budget): Promise<void> {
  const ask = async () => {
    signal.throwIfAborted();
    return stateOf(await look(container)) === 'down' || undefined;
  };
  if (await poll(ask, deadline, 20)) return;
  throw new EnvironmentError({
    code: 'SIGNAL_WITHOUT_EFFECT',
    message: `The container of ${service} did not end within ${deadline.totalMs} ms.`,
  });
}
