import { mapSources } from './changed/map-sources.ts';
import { type Narrowing, narrowTo } from './changed/narrow.ts';
import { reachOf } from './changed/reach.ts';
import type { ProveJob } from './job.ts';
import type { Trial } from './trial.ts';

/** How much of what could be proven is. */
export interface Scope {
  readonly trials: readonly Trial[];
  /** Cases of which the baseline is taken; all of the selection when absent. */
  readonly baseline?: ReadonlySet<string>;
  /** Cases that some fault has to kill; all gated ones of the baseline when absent. */
  readonly owed?: ReadonlySet<string>;
  /** By what it was narrowed, when that was a change. */
  readonly narrowing?: Narrowing;
}

/** Narrows the trials of a job to what it asks for: everything, some ids, or what a change touches. */
export async function scopeOf(job: ProveJob, trials: readonly Trial[]): Promise<Scope> {
  if (job.changed) return changedScope(job, job.changed, trials);
  const isPart = job.chosen !== undefined || job.sample !== undefined;
  return isPart ? { trials, baseline: casesOf(trials), owed: new Set() } : { trials };
}

async function changedScope(
  job: ProveJob,
  { since, files }: NonNullable<ProveJob['changed']>,
  all: readonly Trial[],
): Promise<Scope> {
  const map = await mapSources(job, all);
  const reaches = [...files].sort().map((file) => reachOf(map, file));
  const { trials, cases, narrowing } = narrowTo({ since, reaches, seed: job.options.seed }, all);
  tell(job, narrowing);
  return { trials, narrowing, owed: cases, baseline: new Set([...casesOf(trials), ...cases]) };
}

function casesOf(trials: readonly Trial[]): ReadonlySet<string> {
  return new Set(trials.flatMap(({ cases }) => [...cases]));
}

const TOLD_FILES = 40;

function tell({ display, question }: ProveJob, { since, chosen, of, files }: Narrowing): void {
  const nouns = question === 'neutral' ? 'variants' : 'mutants';
  display.note(`changed since ${since}: ${files.length} files touch ${chosen} of ${of} ${nouns}`);
  for (const { file, touches } of files.slice(0, TOLD_FILES))
    display.note(`  ${file}: ${touches.join('; ')}`);
  if (files.length > TOLD_FILES) display.note(`  and ${files.length - TOLD_FILES} more files`);
}
