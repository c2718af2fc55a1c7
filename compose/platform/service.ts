import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { createDialler, systemResolve } from './a2a/dialler.ts';
import { requeueUnsettled } from './a2a/queue-items.ts';
import { createApp } from './app.ts';
import { createBackground } from './background.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { createControlPlane } from './control-plane/client.ts';
import { createDrivenClock, type DrivenClock } from './driven-clock.ts';
import { createBroadcaster } from './events/broadcaster.ts';
import type { Platform } from './platform.ts';
import { createRuntimeState } from './registry/runtime-state.ts';
import type { Resolve } from './ssrf/target.ts';
import { DRIVEN_SEARCH_PATH, openShift } from './store/clock-shift.ts';
import { type Database, openDatabase } from './store/database.ts';
import { migrate } from './store/migrate.ts';
import { startSweeps } from './sweeps/sweep.ts';

/** Outside things that a test may replace. */
export interface Surroundings {
  readonly clock?: Clock;
  readonly resolve?: Resolve;
}

/** A platform that listens; disposing it finishes detached work and closes everything. */
export interface RunningPlatform extends AsyncDisposable {
  readonly url: string;
  readonly platform: Platform;
}

/** Migrates the database and starts to listen; rejects, with nothing left open, when either fails. */
export async function startPlatform(
  config: Config,
  log: FastifyBaseLogger,
  surroundings: Surroundings = {},
): Promise<RunningPlatform> {
  const database = openStore(config, log);
  const driven = config.clockToken === '' ? undefined : await drive(database);
  const ending = new AbortController();
  const platform = {
    ...assemble(config, log, { ...surroundings, ...(driven && { clock: driven }) }, database, driven),
    ending: ending.signal,
  };
  const app = createApp(platform);
  let sweeps: Disposable | undefined;
  try {
    const applied = await migrate(platform.database, config.migrationsDirectory);
    if (applied.length > 0) log.info({ applied }, 'migrated');
    const requeued = await requeueUnsettled(platform);
    if (requeued > 0) log.warn({ requeued }, 'messages were on their way when the platform ended');
    await app.listen({ host: config.host, port: config.port });
    sweeps = startSweeps(platform);
  } catch (error) {
    await close(app, platform, ending);
    throw error;
  }
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${config.host}:${port}`,
    platform,
    [Symbol.asyncDispose]: async () => {
      sweeps?.[Symbol.dispose]();
      await close(app, platform, ending);
    },
  };
}

function openStore(config: Config, log: FastifyBaseLogger): Database {
  const onIdleError = (error: Error) => log.warn({ reason: error.message }, 'idle connection lost');
  return openDatabase(
    config.databaseUrl,
    onIdleError,
    config.clockToken === '' ? undefined : DRIVEN_SEARCH_PATH,
  );
}

/** Goes on where the clock of this database was. */
async function drive(database: Database): Promise<DrivenClock> {
  try {
    const shift = await openShift(database);
    return createDrivenClock(shift, shift.shiftMs);
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

function assemble(
  config: Config,
  log: FastifyBaseLogger,
  surroundings: Surroundings,
  database: Database,
  driven: DrivenClock | undefined,
): Omit<Platform, 'ending'> {
  const clock = surroundings.clock ?? systemClock;
  const resolve = surroundings.resolve ?? systemResolve;
  return {
    config,
    rules: config.rules,
    log,
    clock,
    driven,
    resolve,
    database,
    broadcaster: createBroadcaster(clock),
    runtimeState: createRuntimeState(),
    background: createBackground(log),
    dialler: createDialler(config, resolve),
    controlPlane: config.controlPlane && createControlPlane(config, config.controlPlane),
    newId: randomUUID,
  };
}

async function close(app: FastifyInstance, platform: Platform, ending: AbortController): Promise<void> {
  ending.abort(new Error('the platform has ended'));
  await app.close();
  await platform.dialler.destroy();
  await platform.background.settled();
  await platform.database[Symbol.asyncDispose]();
}
