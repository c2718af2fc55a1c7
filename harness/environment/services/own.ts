import { pathToFileURL } from 'node:url';
import type { RuntimeId } from '../../corpus/entry.ts';
import { inProject, projectRoot } from '../../support/paths.ts';
import { type MutantPlant, type OwnService, PLANT_VARIABLE } from '../boot-options.ts';
import type { Crew } from '../crew/crew.ts';
import { listeningUrl } from '../process/listening-line.ts';
import type { Stage } from '../process/service.ts';
import { type ReadyProbe, waitReady } from '../process/wait-ready.ts';
import { type Bundle, bundleEntry } from './bundle.ts';
import { describeProbe, isReady, probeHttp } from './http-probe.ts';

/** One process of a service that we write ourselves. */
export interface OwnOrder {
  readonly name: string;
  readonly service: OwnService;
  /** The line that a process of the echo runtime speaks. */
  readonly line?: RuntimeId;
  readonly stage: Stage;
  readonly env: Readonly<Record<string, string>>;
}

/** A booted process of ours: where it listens, and what exactly runs. */
export interface OwnEndpoint {
  readonly url: string;
  readonly digest: string;
  readonly logFile: string;
}

/** Bundles, starts and awaits one process of ours. Throws `EnvironmentError`. */
export async function startOwn(crew: Crew, order: OwnOrder): Promise<OwnEndpoint> {
  const [bundle, mutant] = await Promise.all([bundleOf(crew, order.service), bundleMutant(crew, order)]);
  crew.progress('bundled', order.name);
  const service = await crew.start({
    name: order.name,
    stage: order.stage,
    command: process.execPath,
    args: [...(mutant ? ['--import', pathToFileURL(mutant.file).href] : []), bundle.file],
    env: {
      ...{ ...crew.env, HOST: '127.0.0.1', PORT: '0', ...order.env },
      ...(mutant && crew.options.mutant && { [PLANT_VARIABLE]: crew.options.mutant.id }),
    },
    cwd: projectRoot,
    digest: bundle.digest,
  });
  const { logFile } = service.record;
  const url = await waitReady(service, listensAndIsHealthy(logFile, crew), crew.deadline, crew.signal);
  crew.ledger.setUrl(order.name, url);
  crew.progress('ready', order.name);
  return { url, digest: bundle.digest, logFile };
}

function bundleOf(crew: Crew, service: OwnService): Promise<Bundle> {
  return bundleEntry(crew.options.entries?.[service] ?? inProject(`compose/${service}/main.ts`));
}

async function bundleMutant(crew: Crew, order: OwnOrder): Promise<Bundle | undefined> {
  const { mutant } = crew.options;
  return mutant && isMeant(mutant, order) ? bundleEntry(mutant.module) : undefined;
}

function isMeant({ service, runtimes }: MutantPlant, order: OwnOrder): boolean {
  return service === order.service && (!runtimes || !order.line || runtimes.includes(order.line));
}

function listensAndIsHealthy(logFile: string, crew: Crew): ReadyProbe<string> {
  return {
    what: 'GET /health',
    ask: async () => {
      const url = listeningUrl(logFile);
      if (url === undefined) return { ready: false, last: 'nothing, it has not said that it listens' };
      const answer = await probeHttp(`${url}/health`, crew.deadline.remainingMs(), crew.signal);
      return isReady(answer) ? { ready: true, value: url } : { ready: false, last: describeProbe(answer) };
    },
  };
}
