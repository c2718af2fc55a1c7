import { STATIC_SUITES } from '../config/suites.ts';
import type { BootOptions } from '../environment/boot-options.ts';
import { bootBeside, bootWorld } from '../environment/index.ts';
import type { World, WorldDescription } from '../environment/world.ts';
import type { Discovery } from './discover.ts';
import type { RunJob } from './job.ts';
import type { Records } from './records.ts';

/** Containers may have to be built, and what they are built from pulled, before they start. */
const BOOT_DEADLINE_MS = { process: 60_000, compose: 600_000 } as const;

/** The world of a run, if its cases need one; leaving it takes it down, unless it was there before. */
export interface Stage extends AsyncDisposable {
  readonly world?: WorldDescription;
}

/** Boots the world that the job asks for, or takes the running one that it is attached to. */
export async function enterWorld(job: RunJob, plan: Discovery, records: Records): Promise<Stage> {
  if (plan.cases.every(({ suite }) => STATIC_SUITES.includes(suite))) return EMPTY_STAGE;
  const startedMs = performance.now();
  const world = job.attached ?? (await bootFor(job));
  records.append({
    event: 'world.ready',
    services: world.services.map(({ name }) => name),
    bootMs: Math.round(performance.now() - startedMs),
    digests: Object.fromEntries(
      world.services.flatMap(({ name, digest }) => (digest ? [[name, digest]] : [])),
    ),
  });
  return { world, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

const EMPTY_STAGE: Stage = { [Symbol.asyncDispose]: () => Promise.resolve() };

/**
 * Boots the world of a job; for one with `beside` only the planted service, unless it is in containers, where a world
 * of its own is booted. Throws `EnvironmentError`.
 */
export async function bootFor({
  options,
  subject,
  plant,
  beside,
  probe,
  signal,
  display,
}: RunJob): Promise<World> {
  const order: BootOptions = {
    subject,
    revision: options.revision ?? subject.revision,
    mode: options.mode,
    deadlineMs: BOOT_DEADLINE_MS[options.mode],
    signal,
    ...(plant && { mutant: plant }),
    ...(probe === false && { probe }),
    onProgress: ({ step, what, atMs }) => {
      if (step === 'reaped') display.note(`reaped what a killed run left: ${what} (${Math.round(atMs)} ms)`);
    },
  };
  return beside?.mode === 'process' ? bootBeside(beside, order) : bootWorld(order);
}
