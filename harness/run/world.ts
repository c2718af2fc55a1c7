import type { Subject } from '../config/subject.ts';
import type { BootOptions, BootProgress } from '../environment/index.ts';
import { bootWorld, USUAL_PARTS, WORLD_PARTS, type WorldPart } from '../environment/index.ts';
import type { Suite } from '../suites/suite.ts';
import { type Act, drivesClock, keepsToItself, linksOf, neededParts, runtimesOf } from './acts.ts';
import { guardWorld, subjectOf } from './guard.ts';
import { type Display, type RunJob, revisionOf } from './job.ts';
import type { Records } from './records.ts';
import { NOTHING_TO_GUARD, type Stage } from './stage.ts';
import { noteMoment, timed } from './timeline.ts';

/** Containers may have to be built, and what they are built from pulled, before they start. */
export const BOOT_DEADLINE_MS = { process: 60_000, compose: 600_000 } as const;

/** Boots what the act needs of the world that the job asks for, or takes the running one that it is attached to. */
export async function enterWorld(job: RunJob, act: Act, records: Records): Promise<Stage> {
  const parts = neededParts(act);
  if (parts.length === 0) return EMPTY_STAGE;
  const startedMs = performance.now();
  const attached = keepsToItself(act) ? undefined : job.attached;
  if (!attached) job.display.progress?.begin('booting the world');
  const { redactor } = records;
  const world = attached ?? (await bootWorld({ ...orderFor(job, act), redactor }));
  for (const secret of world.secrets) redactor.learn(secret);
  records.append({
    event: 'world.ready',
    services: world.services.map(({ name }) => name),
    bootMs: Math.round(performance.now() - startedMs),
    digests: Object.fromEntries(
      world.services.flatMap(({ name, digest }) => (digest ? [[name, digest]] : [])),
    ),
    underTest: world.services.map(({ name }) => name).filter((name) => name === subjectOf(world)),
  });
  const guard = guardWorld(world, act, records);
  return {
    world,
    guard,
    [Symbol.asyncDispose]: async () => {
      guard[Symbol.dispose]();
      if (!attached) job.display.progress?.begin('taking the world down');
      await timed('teardown', async () => world[Symbol.asyncDispose]());
    },
  };
}

const EMPTY_STAGE: Stage = { guard: NOTHING_TO_GUARD, [Symbol.asyncDispose]: () => Promise.resolve() };

/** What a boot is told of a world that has what these cases need, and no more. */
export function orderFor(job: RunJob, act: Act): BootOptions {
  const parts = neededParts(act);
  const clock = drivesClock(act) ? ({ clock: 'driven' } as const) : {};
  return { ...bootOrder(job), parts, runtimes: runtimesOf(act), links: linksOf(act), ...clock };
}

/** What a boot of a whole world is told by a job. */
export function bootOrder(job: RunJob): BootOptions {
  const { options, suites, subject, plant, probe, signal, display } = job;
  return {
    subject,
    parts: partsFor(suites),
    revision: revisionOf(job),
    mode: options.mode,
    deadlineMs: deadlineFor(options.mode, subject),
    signal,
    ...(plant && { mutant: plant }),
    ...(probe === false && { probe }),
    onProgress: (progress) => tell(progress, display),
  };
}

/** An image may have to be pulled, and a runtime has the time to get ready that it was given. */
function deadlineFor(mode: RunJob['options']['mode'], subject: Subject): number {
  if (subject.kind !== 'runtime') return BOOT_DEADLINE_MS[mode];
  return BOOT_DEADLINE_MS[subject.place.kind === 'image' ? 'compose' : mode] + subject.terms.readinessMs;
}

/** Suites may plant into parts that they do not need, but none into a world of a part that serves one suite alone. */
function partsFor(suites: readonly Suite[]): readonly WorldPart[] {
  const needs = new Set<string>(suites.flatMap(({ needs: each }) => each));
  const own = WORLD_PARTS.filter((part) => !USUAL_PARTS.includes(part) && needs.has(part));
  return own.length === 0 || USUAL_PARTS.some((part) => needs.has(part)) ? [...USUAL_PARTS, ...own] : own;
}

function tell({ step, what, atMs }: BootProgress, { note, progress }: Display): void {
  noteMoment(`${what} ${step}`);
  if (step === 'reaped') note(`reaped what a killed run left: ${what} (${Math.round(atMs)} ms)`);
  else progress?.step(`${what} ${step} (${(atMs / 1000).toFixed(1)} s)`);
}
