import type { RuntimeTerms } from '../../../config/runtime-terms.ts';
import type { ImagePlace } from '../../../config/subject.ts';
import { deadlineIn } from '../../../support/deadline.ts';
import { EnvironmentError } from '../../../support/errors.ts';
import type { Crew } from '../../crew/crew.ts';
import type { Budget } from '../../handling/grip.ts';
import { anyAnswer } from '../../process/any-answer.ts';
import { type ReadyProbe, waitReady } from '../../process/wait-ready.ts';
import { findProgram } from '../../services/on-path.ts';
import type { BootedCanary } from '../../world-parts.ts';
import { type Engine, findEngine } from '../engine.ts';
import { type ContainerRef, type Followed, follow } from '../follow.ts';
import { ownedGrip } from '../grip.ts';
import { reapContainers } from '../sweep.ts';
import { MEMORY_BYTES, startContainer } from './container.ts';
import { noClient, noEngine, outOfMemory } from './errors.ts';
import { provideImage, type RuntimeImage } from './image.ts';

const USUAL_PORT = 8000;

/** Starts a runtime from its image, and answers when it listens. Throws `EnvironmentError`. */
export async function bootImage(
  crew: Crew,
  name: string,
  terms: RuntimeTerms,
  place: ImagePlace,
): Promise<BootedCanary> {
  const engine = await engineFor(place);
  const [image] = await crew.together([provideImage(crew, engine, place.image), reap(crew, engine)]);
  const listensAt = place.port ?? portOf(image);
  const { container, port } = await startContainer(crew, engine, place, listensAt);
  const url = `http://127.0.0.1:${port}`;
  const probe = (budget: Budget) => anyAnswer(url, wordsFor(listensAt), budget);
  const order = { name, stage: 'platform' } as const;
  const ref = { id: container.id, image: image.id };
  const followed = await follow(crew, engine, order, ref);
  await untilReady(crew, engine, { followed, place, terms, probe });
  crew.vigil.admit(followed.service, followed.isUp);
  crew.ledger.setUrl(name, url);
  crew.progress('ready', name);
  crew.grips.set(name, ownedGrip(crew, engine, { order, url, probe, container: ref }));
  return { endpoint: { url, terms, service: name }, subject: { digest: image.id } };
}

async function engineFor({ image }: ImagePlace): Promise<Engine> {
  const engine = await findEngine().catch((error: Error) => {
    throw noEngine(image, error.cause);
  });
  if (findProgram('docker', engine.env.PATH) === undefined) throw noClient(image);
  return engine;
}

async function reap(crew: Crew, engine: Engine): Promise<void> {
  for (const id of await reapContainers(engine)) crew.progress('reaped', id);
}

/** What it exposes, where that is one; a template listens on 8000. */
function portOf({ exposes: [first, ...more] }: RuntimeImage): number {
  return first === undefined || more.length > 0 ? USUAL_PORT : first;
}

interface Awaited {
  readonly followed: Followed;
  readonly place: ImagePlace;
  readonly terms: RuntimeTerms;
  probe(budget: Budget): ReadyProbe<true>;
}

async function untilReady(crew: Crew, engine: Engine, awaited: Awaited): Promise<void> {
  const { followed, place, terms, probe } = awaited;
  const { signal } = crew;
  const deadline = deadlineIn(Math.min(terms.readinessMs, crew.deadline.remainingMs()));
  try {
    await waitReady(followed.service, probe({ deadline, signal }), deadline, signal);
  } catch (error) {
    if (!(error instanceof EnvironmentError) || !(await wasTooLarge(engine, followed.container))) throw error;
    throw outOfMemory(place.image, MEMORY_BYTES, error);
  }
}

async function wasTooLarge({ docker }: Engine, { id }: ContainerRef): Promise<boolean> {
  const { State } = await docker.getContainer(id).inspect();
  return State.OOMKilled;
}

/** The engine itself takes connections for it before it listens. */
function wordsFor(listensAt: number) {
  return {
    told: [
      `It was expected to listen on port ${listensAt} of its container, at 0.0.0.0, as PORT and HOST told it.`,
      'That port is published on loopback of the machine of the engine, which a job that runs in a container itself does not reach.',
    ],
    fix: 'Name the port that it listens on by `--port`, or allow it more time by `--ready-within`.',
  };
}
