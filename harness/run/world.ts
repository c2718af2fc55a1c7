import { bootWorld } from '../environment/index.ts';
import { openWorld } from '../environment/registry/worlds.ts';
import type { World } from '../environment/world.ts';
import { EnvironmentError, UsageError } from '../support/errors.ts';
import type { RunJob } from './job.ts';
import type { Records } from './records.ts';

const BOOT_DEADLINE_MS = 60_000;

/** Boots the world that the job asks for, or attaches to the running one that it names. */
export async function enterWorld(job: RunJob, records: Records): Promise<World> {
  const startedMs = performance.now();
  const world = job.options.worldId === undefined ? await boot(job) : attach(job, job.options.worldId);
  const services = world.services.map(({ name }) => name);
  records.append({ event: 'world.ready', services, bootMs: Math.round(performance.now() - startedMs) });
  return world;
}

async function boot({ options, subject, plant, probe, signal, display }: RunJob): Promise<World> {
  if (options.mode === 'compose') throw composeMissing();
  return bootWorld({
    subject,
    revision: options.revision ?? subject.revision,
    deadlineMs: BOOT_DEADLINE_MS,
    signal,
    ...(plant && { mutant: plant }),
    ...(probe === false && { probe }),
    onProgress: ({ step, what, atMs }) => {
      if (step === 'reaped') display.note(`reaped what a killed run left: ${what} (${Math.round(atMs)} ms)`);
    },
  });
}

function attach({ options, plant }: RunJob, id: string): World {
  const world = openWorld(id);
  if (options.revision !== undefined && options.revision !== world.revision) {
    throw contradiction(id, `follows ${world.revision}, not ${options.revision}`);
  }
  if (plant?.id !== world.mutant) {
    throw contradiction(
      id,
      world.mutant ? `has mutant ${world.mutant} planted` : `has no mutant ${plant?.id}`,
    );
  }
  return world;
}

function contradiction(id: string, what: string): UsageError {
  return new UsageError({
    code: 'OTHER_WORLD',
    message: `World ${id} ${what}.`,
    fix: 'Give the options it was booted with, or boot another one with npx assay up.',
  });
}

function composeMissing(): EnvironmentError {
  return new EnvironmentError({
    code: 'COMPOSE_MISSING',
    message: 'The compose world is not part of this release, so nothing was judged.',
    fix: 'Use --mode process, which needs no engine.',
  });
}
