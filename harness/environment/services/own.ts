import { pathToFileURL } from 'node:url';
import type { RuntimeId } from '../../corpus/entry.ts';
import { inProject, projectRoot } from '../../support/paths.ts';
import { type MutantPlant, type OwnService, PLANT_VARIABLE } from '../boot-options.ts';
import type { Crew } from '../crew/crew.ts';
import type { Settings } from '../handling/actions.ts';
import type { Budget } from '../handling/grip.ts';
import { bringUp } from '../process/bring-up.ts';
import { listeningUrl } from '../process/listening-line.ts';
import type { Service, Stage } from '../process/service.ts';
import { settle } from '../process/settle.ts';
import type { ReadyProbe } from '../process/wait-ready.ts';
import { bundleEntry } from './bundle.ts';
import type { Bundle } from './bundle-cache.ts';
import { askHealth } from './http-probe.ts';

/** One process of a service that we write ourselves. */
export interface OwnOrder {
  readonly name: string;
  readonly service: OwnService;
  /** The line that a process of the echo runtime speaks. */
  readonly line?: RuntimeId;
  readonly stage: Stage;
  /** A free one when absent. */
  readonly port?: number;
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
  const [bundle, mutant, link] = await Promise.all([
    bundleOf(crew, order.service),
    bundleMutant(crew, order),
    crew.link(order.name),
  ]);
  crew.progress('bundled', order.name);
  const start = (port: string, budget: Budget, settings: Settings = {}) => {
    const command = {
      name: order.name,
      stage: order.stage,
      command: process.execPath,
      args: [...(mutant ? ['--import', pathToFileURL(mutant.file).href] : []), bundle.file],
      env: {
        ...crew.env,
        HOST: '127.0.0.1',
        PORT: port,
        ...(link && { PUBLIC_PORT: `${link.port}` }),
        ...order.env,
        ...settings,
        ...(mutant && crew.options.mutant && plantedEnv(crew.options.mutant)),
      },
      cwd: projectRoot,
      digest: bundle.digest,
    };
    return bringUp(crew, command, (service) => listensAndIsHealthy(service, budget), budget);
  };
  const { service, answer: url } = await start(String(order.port ?? 0), crew);
  const again = async (budget: Budget, settings?: Settings) =>
    (await start(new URL(url).port, budget, settings)).service;
  const reachedAt = settle(crew, { service, url, link, again, takesSettings: true });
  return { url: reachedAt, digest: bundle.digest, logFile: service.record.logFile };
}

function bundleOf(crew: Crew, service: OwnService): Promise<Bundle> {
  return bundleEntry(crew.options.entries?.[service] ?? inProject(`compose/${service}/main.ts`), 'inside');
}

async function bundleMutant(crew: Crew, order: OwnOrder): Promise<Bundle | undefined> {
  const { mutant } = crew.options;
  return mutant && isMeant(mutant, order) ? bundleEntry(mutant.module) : undefined;
}

function plantedEnv({ id, env }: MutantPlant): Readonly<Record<string, string>> {
  return { ...env, [PLANT_VARIABLE]: id };
}

function isMeant({ service, runtimes }: MutantPlant, order: OwnOrder): boolean {
  return service === order.service && (!runtimes || !order.line || runtimes.includes(order.line));
}

function listensAndIsHealthy({ record, logStart }: Service, budget: Budget): ReadyProbe<string> {
  return {
    what: 'GET /health',
    ask: async () => {
      const url = listeningUrl(record.logFile, logStart);
      if (url === undefined) return { ready: false, last: 'nothing, it has not said that it listens' };
      return askHealth(`${url}/health`, budget, url);
    },
  };
}
