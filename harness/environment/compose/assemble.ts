import { EnvironmentError, UsageError } from '../../support/errors.ts';
import type { Crew } from '../crew/crew.ts';
import type { Budget } from '../handling/grip.ts';
import { wantedParts } from '../parts.ts';
import type { ServiceRecord } from '../process/service.ts';
import { bootCanary } from '../process/subjects/canary.ts';
import { type ReadyProbe, waitReady } from '../process/wait-ready.ts';
import { describeProbe, isReady, probeHttp } from '../services/http-probe.ts';
import { answersQueries } from '../services/postgres/cluster.ts';
import { NO_RUNTIMES, type WorldParts } from '../world-parts.ts';
import { type Composition, compose } from './composition.ts';
import { demandCompose, type Engine, findEngine } from './engine.ts';
import { ownedGrip } from './grip.ts';
import { imageVariables } from './images.ts';
import { labelVariables } from './labels.ts';
import { networkGrip } from './network-grip.ts';
import { plantFiles } from './plant.ts';
import { type ComposeService, DATABASE, LOOPBACK, PLATFORM, servicesOf } from './services.ts';
import { reapContainers } from './sweep.ts';
import { composeUp, type UpOrder } from './up.ts';
import { PORT_TAKEN_CODE } from './up-errors.ts';
import { type ContainerWatch, watchContainers } from './watch.ts';

const ATTEMPTS = 3;

/** Boots the reference world in containers, its canary runtime beside them, and answers when all of it is ready. Throws `EnvironmentError`. */
export async function assembleContainers(crew: Crew): Promise<WorldParts> {
  demandReference(crew);
  const engine = await findEngine();
  const services = [LOOPBACK, ...servicesOf(wantedParts(crew.options))];
  const [images, files, reaped] = await crew.together([
    imageVariables(crew, engine),
    plantFiles(crew, services),
    reapContainers(engine),
    demandCompose(engine),
  ]);
  for (const id of reaped) crew.progress('reaped', id);
  const order = { files, services: services.map(({ name }) => name), variables: images };
  const [parts, canary] = await crew.together([
    upOnFreePorts(crew, engine, services, order),
    wantedParts(crew.options).has('canary') ? bootCanary(crew) : Promise.resolve(undefined),
  ]);
  return { ...parts, ...(canary && { canary }) };
}

function demandReference({ options }: Crew): void {
  const { kind, name } = options.subject;
  if (kind === 'reference') return;
  throw new UsageError({
    code: 'SUBJECT_NOT_COMPOSED',
    message: `The compose world holds the reference platform; ${name} is a ${kind} subject and runs outside of it.`,
    fix: 'Use --mode process for this subject.',
  });
}

/** A port that was free may be taken before the engine gets there. */
async function upOnFreePorts(
  crew: Crew,
  engine: Engine,
  services: readonly ComposeService[],
  order: UpOrder,
): Promise<WorldParts> {
  for (let attempt = 1; ; attempt++) {
    const composition = await compose(crew);
    const variables = { ...order.variables, ...composition.variables, ...labelVariables(crew) };
    await using watch = watchContainers(crew, engine, services);
    const failure = await composeUp(crew, { ...order, variables });
    if (failure?.code === PORT_TAKEN_CODE && attempt < ATTEMPTS) continue;
    if (failure) throw withLastWords(crew, failure, watch);
    const ready = await crew.together(
      services.map((service) => untilReady(crew, engine, watch, service, composition)),
    );
    return partsOf(crew, composition, ready);
  }
}

function withLastWords(
  { credentials }: Crew,
  failure: EnvironmentError,
  watch: ContainerWatch,
): EnvironmentError {
  const { code, message, fix, details } = failure;
  const more = [...details, ...watch.failed()].map(credentials.conceal);
  return new EnvironmentError({ code, message, details: more, ...(fix === undefined ? {} : { fix }) });
}

async function untilReady(
  crew: Crew,
  engine: Engine,
  watch: ContainerWatch,
  order: ComposeService,
  composition: Composition,
): Promise<ServiceRecord> {
  const followed = await watch.started(order.name);
  const url = composition.urls[order.name];
  if (url === undefined) {
    crew.grips.set(order.name, networkGrip(engine, crew.ledger.id, followed.container.id));
    return followed.service.record;
  }
  const probe = (budget: Budget) => readinessOf(order, composition, budget);
  if (order.own) await waitReady(followed.service, probe(crew), crew.deadline, crew.signal);
  crew.vigil.admit(followed.service, followed.isUp);
  crew.ledger.setUrl(order.name, url);
  crew.progress('ready', order.name);
  crew.grips.set(order.name, ownedGrip(crew, engine, { order, url, probe, container: followed.container }));
  return followed.service.record;
}

/** Compose itself has waited for the database when it was booted. */
function readinessOf({ name }: ComposeService, { urls, database }: Composition, budget: Budget) {
  return name === DATABASE.name ? answersQueries(database.url) : isHealthy(urls[name] ?? '', budget);
}

function isHealthy(url: string, { deadline, signal }: Budget): ReadyProbe<true> {
  return {
    what: `GET ${url}/health`,
    ask: async () => {
      const answer = await probeHttp(`${url}/health`, deadline.remainingMs(), signal);
      return isReady(answer) ? { ready: true, value: true } : { ready: false, last: describeProbe(answer) };
    },
  };
}

function partsOf(
  crew: Crew,
  { controlPlane, database, platform, runtimes }: Composition,
  records: readonly ServiceRecord[],
): WorldParts {
  const wanted = wantedParts(crew.options);
  const booted = records.find(({ name }) => name === PLATFORM.name);
  return {
    ...(wanted.has('control-plane') && { controlPlane }),
    runtimes: wanted.has('runtimes') ? runtimes : NO_RUNTIMES,
    booted: {
      ...(booted && { platform: { ...platform, logFile: booted.logFile } }),
      ...(wanted.has('database') && { database }),
      ...(booted?.digest === undefined ? {} : { digest: booted.digest }),
    },
  };
}
