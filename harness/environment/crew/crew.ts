import { join } from 'node:path';
import { processEnv } from '../../config/process-env.ts';
import { type Deadline, deadlineIn } from '../../support/deadline.ts';
import { EnvironmentError } from '../../support/errors.ts';
import { Scope } from '../../support/scope.ts';
import type { BootOptions, BootProgress } from '../boot-options.ts';
import type { Grip } from '../handling/grip.ts';
import { type Link, openLink } from '../process/link.ts';
import { WORLD_MARKER } from '../process/marker.ts';
import { type Service, type ServiceSpec, startService } from '../process/service.ts';
import { type Ledger, openLedger } from '../registry/ledger.ts';
import type { Places } from '../registry/places.ts';
import { keepVigil, type Vigil } from '../vigil/vigil.ts';
import { type Credentials, createCredentials } from './credentials.ts';
import { inheritedEnv } from './inherited-env.ts';
import { demandLinksPossible, isLinked } from './links.ts';
import { settleTogether } from './together.ts';

/** A service to start; where it logs, and how it is tied to us, is the world's affair. */
export type ServiceOrder = Omit<ServiceSpec, 'logFile' | 'tethered'>;

/** What everybody shares who boots a part of one world, and whoever handles it later. */
export interface Crew {
  readonly options: BootOptions;
  readonly places: Places;
  readonly ledger: Ledger;
  readonly credentials: Credentials;
  /** Of the boot. */
  readonly deadline: Deadline;
  /** Aborted as soon as one part fails, the caller gives up, or the world is taken down. */
  readonly signal: AbortSignal;
  /** The part of our environment that services get. */
  readonly env: Readonly<Record<string, string>>;
  /** What can be done to each service, by its name. */
  readonly grips: Map<string, Grip>;
  readonly vigil: Vigil;
  progress(step: BootProgress['step'], what: string): void;
  /** Says that the boot is over: what comes up again later is no progress. */
  booted(): void;
  /** Awaits parts that run at the same time; the first that fails makes all others give up, and is thrown. */
  together<T extends readonly unknown[]>(parts: { readonly [K in keyof T]: Promise<T[K]> }): Promise<T>;
  /** Starts a service and books it; its lines are quoted without the credentials of this world. */
  start(order: ServiceOrder): Promise<Service>;
  /** The link that a service is to be reached by, if it was asked for. */
  link(name: string): Promise<Link | undefined>;
  /** Keeps something that ends with the world. */
  keep<T extends AsyncDisposable>(resource: T): T;
  /** Ends everything that was kept, then takes the world down; safe to repeat. */
  close(): Promise<void>;
}

/** Opens a world's book and gathers what its boot needs. Throws `HarnessError` for options that contradict each other. */
export function gatherCrew(options: BootOptions, places: Places): Crew {
  demandLinksPossible(options);
  const ledger = openLedger(places, options.keepAlive ?? false, options.mode ?? 'process');
  const scope = new Scope();
  scope.defer(() => ledger.close());
  const startedAt = performance.now();
  const abort = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, abort.signal]) : abort.signal;
  const credentials = createCredentials(options.redactor);
  const vigil = keepVigil();
  let isBooting = true;
  const progress = (step: BootProgress['step'], what: string) => {
    if (isBooting) options.onProgress?.({ step, what, atMs: performance.now() - startedAt });
  };
  let closing: Promise<void> | undefined;
  return {
    options,
    places,
    ledger,
    signal,
    progress,
    booted: () => {
      isBooting = false;
    },
    together: (parts) => settleTogether(abort, parts),
    credentials,
    deadline: deadlineIn(options.deadlineMs),
    env: inheritedEnv(options.env ?? processEnv),
    grips: new Map(),
    vigil,
    start: async (order) => {
      signal.throwIfAborted();
      const service = await startService(complete(order, ledger, options.keepAlive ?? false));
      ledger.addService(service.record);
      progress('started', order.name);
      return { ...service, lastLines: () => service.lastLines().map(credentials.conceal) };
    },
    link: async (name) => (isLinked(options, name) ? scope.use(await openLink()) : undefined),
    keep: (resource) => scope.use(resource),
    close: () => {
      vigil.end();
      abort.abort(takenDown(ledger.id));
      closing ??= scope[Symbol.asyncDispose]();
      return closing;
    },
  };
}

function complete(order: ServiceOrder, ledger: Ledger, keepAlive: boolean): ServiceSpec {
  return {
    ...order,
    env: { ...order.env, [WORLD_MARKER]: ledger.id, ...(keepAlive ? {} : { ASSAY_DIE_WITH_PARENT: '1' }) },
    logFile: join(ledger.logs, `${order.name}.log`),
    tethered: !keepAlive,
  };
}

function takenDown(worldId: string): EnvironmentError {
  return new EnvironmentError({ code: 'WORLD_TAKEN_DOWN', message: `World ${worldId} is being taken down.` });
}
