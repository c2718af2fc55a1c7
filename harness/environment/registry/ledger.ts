import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../support/paths.ts';
import { identify, isAlive } from '../process/identity.ts';
import type { ServiceRecord } from '../process/service.ts';
import { takeDown } from '../process/take-down.ts';
import { type BootingWorld, WORLD_SCHEMA, type WorldDescription, type WorldRecord } from '../world.ts';
import { DIRECTORY_MODE, type Places } from './places.ts';
import { writeWorldFile } from './world-file.ts';

/** What only a booted world can tell about itself. */
export type ReadyPart = Omit<WorldDescription, keyof BootingWorld>;

/** The book of one world, on disk before anything is started, so that a crash leaves nothing unknown behind. */
export interface Ledger {
  readonly id: string;
  readonly directory: string;
  readonly logs: string;
  addService(service: ServiceRecord): void;
  /** Where a service is reached, and where it listens itself when that is another place. */
  setUrl(name: string, url: string, directUrl?: string): void;
  ready(part: ReadyPart): WorldDescription;
  /** Takes the world down and forgets it; safe to repeat. */
  close(): Promise<void>;
}

/** Opens the book: the directory appears under its final name with `world.json` already in it. */
export function openLedger(
  places: Places,
  keepAlive: boolean,
  mode: WorldRecord['mode'] = 'process',
): Ledger {
  const id = newWorldId();
  const directory = join(places.worlds, id);
  let record: WorldRecord = firstRecord(id, directory, keepAlive, mode);
  settle(places, record);
  const update = <T extends WorldRecord>(next: T): T => {
    writeWorldFile(directory, next);
    record = next;
    return next;
  };
  const setServices = (services: readonly ServiceRecord[]) => update({ ...record, services });
  let closing: Promise<void> | undefined;
  return {
    id,
    directory,
    logs: join(directory, 'logs'),
    addService: (service) => void setServices([...record.services.filter(isAnother(service)), service]),
    setUrl: (name, url, directUrl) => {
      const urls = { url, ...(directUrl !== undefined && { directUrl }) };
      setServices(record.services.map((each) => (each.name === name ? { ...each, ...urls } : each)));
    },
    ready: (part) => update({ ...record, ...part, state: 'ready' }),
    close: () => {
      closing ??= closeWorld(record);
      return closing;
    },
  };
}

/** Ends the processes of a world, removes its containers, and then its directory. */
export async function closeWorld(record: WorldRecord): Promise<void> {
  await takeDown(record.id, record.services);
  if (record.mode === 'compose') await (await import('../compose/sweep.ts')).removeContainersOf(record.id);
  await rm(record.directory, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
}

/** A service that died and was started again stands in the book once. */
function isAnother({ name }: ServiceRecord): (booked: ServiceRecord) => boolean {
  return (booked) => booked.name !== name || isAlive(booked);
}

function newWorldId(): string {
  return `w-${randomBytes(5).toString('hex')}`;
}

function firstRecord(
  id: string,
  directory: string,
  keepAlive: boolean,
  mode: WorldRecord['mode'],
): BootingWorld {
  return {
    schema: WORLD_SCHEMA,
    id,
    directory,
    clone: projectRoot,
    createdAt: new Date().toISOString(),
    keepAlive,
    mode,
    supervisorPid: process.pid,
    supervisorTicks: identify(process.pid)?.startTicks ?? 0,
    services: [],
    state: 'booting',
  };
}

function settle(places: Places, record: BootingWorld): void {
  const nascent = join(places.worlds, `.${record.id}`);
  mkdirSync(nascent, { mode: DIRECTORY_MODE });
  mkdirSync(join(nascent, 'logs'), { mode: 0o700 });
  writeWorldFile(nascent, record);
  renameSync(nascent, record.directory);
}
