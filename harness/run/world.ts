import { bootWorld } from '../environment/index.ts';
import type { World } from '../environment/world.ts';
import { EnvironmentError } from '../support/errors.ts';
import type { RunJob } from './job.ts';
import type { Records } from './records.ts';

const BOOT_DEADLINE_MS = 60_000;

/** Boots the world that the job asks for, or takes the running one that it is attached to. */
export async function enterWorld(job: RunJob, records: Records): Promise<World> {
  const startedMs = performance.now();
  const world = job.attached ?? (await boot(job));
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

function composeMissing(): EnvironmentError {
  return new EnvironmentError({
    code: 'COMPOSE_MISSING',
    message: 'The compose world is not part of this release, so nothing was judged.',
    fix: 'Use --mode process, which needs no engine.',
  });
}
