import { mapSources } from './changed/map-sources.ts';
import { type Narrowing, narrowTo } from './changed/narrow.ts';
import { reachOf } from './changed/reach.ts';
import type { ProveJob } from './job.ts';
import { type Thickness, thinned, thinnedEvenly } from './thin.ts';
import { type Trial, UNRELATED_CASES } from './trial.ts';

/** How much of what could be proven is. */
export interface Scope {
  readonly trials: readonly Trial[];
  /** How many deaths of cases are looked for, of all that faults are said to cause. */
  readonly deaths: { readonly tried: number; readonly of: number };
  /** Cases of which the baseline is taken; all of the selection when absent. */
  readonly baseline?: ReadonlySet<string>;
  /** Cases that some fault has to kill; all gated ones of the baseline when absent. */
  readonly owed?: ReadonlySet<string>;
  /** By what it was narrowed, when that was a change. */
  readonly narrowing?: Narrowing;
}

/** What is looked at under each fault of the whole catalogue: hundreds of faults come past every corner. */
const OF_MANY: Thickness = { named: 8, unrelated: 4 };

/** Narrows the trials of a job to what it asks for: everything, some ids, or what a change touches. */
export async function scopeOf(job: ProveJob, drawn: readonly Trial[]): Promise<Scope> {
  const { question, chosen, sample, changed } = job;
  if (changed) return changedScope(job, changed, drawn);
  const trials = question === 'faults' ? fairly(job, drawn) : drawn;
  const isPart = chosen !== undefined || (question === 'neutral' && sample !== undefined);
  const parts = { trials, deaths: deathsOf(trials, drawn) };
  return isPart ? { ...parts, baseline: casesOf(trials), owed: new Set() } : parts;
}

/** Some of the many cases that wide faults name; of the whole catalogue every case keeps a fault that must kill it. */
function fairly({ options, sample, chosen }: ProveJob, trials: readonly Trial[]): readonly Trial[] {
  if (!chosen) return thinnedEvenly(trials, { ...OF_MANY, ...(sample && { named: sample }) }, options.seed);
  const named = sample ?? Number.POSITIVE_INFINITY;
  return thinned(trials, () => new Set(), { named, unrelated: UNRELATED_CASES }, options.seed);
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
  const deaths = deathsOf(trials, all);
  return { trials, deaths, narrowing, owed: cases, baseline: new Set([...casesOf(trials), ...cases]) };
}

/** Those of the trials that are made, as they were drawn and as they are tried. */
function deathsOf(trials: readonly Trial[], drawn: readonly Trial[]): Scope['deaths'] {
  const ids = new Set(trials.map(({ planted }) => planted.id));
  const asDrawn = drawn.filter(({ planted }) => ids.has(planted.id));
  return { tried: countNamed(trials), of: countNamed(asDrawn) };
}

function countNamed(trials: readonly Trial[]): number {
  return trials.reduce((sum, { kills }) => sum + new Set(kills.map(({ caseId }) => caseId)).size, 0);
}

function casesOf(trials: readonly Trial[]): ReadonlySet<string> {
  return new Set(trials.flatMap(({ cases }) => [...cases]));
}

const TOLD_FILES = 40;

function tell({ display, question }: ProveJob, { since, touched, chosen, of, files }: Narrowing): void {
  const nouns = question === 'neutral' ? 'variants' : 'mutants';
  display.note(
    `changed since ${since}: ${files.length} files touch ${touched.length} of ${of} ${nouns}${chosen < touched.length ? `, and ${chosen} of them are tried` : ''}`,
  );
  for (const { file, touches } of files.slice(0, TOLD_FILES))
    display.note(`  ${file}: ${touches.join('; ')}`);
  if (files.length > TOLD_FILES) display.note(`  and ${files.length - TOLD_FILES} more files`);
}
