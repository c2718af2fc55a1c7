import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSubject } from '../config/subject.ts';
import { inProject } from '../support/paths.ts';
import type { BootOptions } from './boot-options.ts';
import { listWorlds, stopWorld } from './registry/worlds.ts';

/** Absolute path of one of our own fixtures. */
export function fixture(name: string): string {
  return inProject(`harness/environment/fixtures/${name}`);
}

const standIn = fixture('stand-in.ts');

/** Small real services in place of ours. */
export const standIns = {
  platform: standIn,
  'echo-runtime': standIn,
  'cp-simulator': standIn,
  'canary-runtime': standIn,
} as const;

/** A registry of worlds for one test; disposing stops what the test left in it. */
export interface TestRegistry extends AsyncDisposable {
  readonly directory: string;
}

/** Makes an empty registry that a database user can pass through. */
export function testRegistry(): TestRegistry {
  const directory = mkdtempSync(join(tmpdir(), 'assay-test-'));
  chmodSync(directory, 0o711);
  return {
    directory,
    [Symbol.asyncDispose]: async () => {
      for (const { record } of listWorlds(directory)) await stopWorld(record.id, directory);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Options of a small reference world: stand-in services and one runtime. */
export async function smallWorld(directory: string): Promise<BootOptions> {
  const subject = await loadSubject();
  return { subject, revision: 'R3', runtimes: ['strict'], deadlineMs: 20_000, directory, entries: standIns };
}

/** Awaits a rejection and answers what it was rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It was expected to fail, and did not.');
}
