import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { RunStarted } from '../report/event.ts';
import { EVENTS_FILE, type PastRun, readPastRun } from '../report/past-run.ts';
import { readReport } from '../report/read-report.ts';
import type { Report } from '../report/report.ts';
import type { Plan } from '../suites/plan.ts';
import { suiteOf } from '../support/case.ts';
import { UsageError } from '../support/errors.ts';
import { cloneId } from './clone-id.ts';
import { type RunJob, revisionOf } from './job.ts';
import { otherOwnerOf } from './owner.ts';

/**
 * The cases that were not green in the run whose directory is used again, by its events, for a run that was killed has
 * nothing else. Throws `UsageError` when they are not what this clone wrote, or tell of another subject, revision,
 * mutant or corpus: then they say nothing about this run.
 */
export async function lastFailed(job: RunJob, whole: Plan): Promise<ReadonlySet<string>> {
  const { out } = job.options;
  await mustBeOurs(out);
  const past = await readPastRun(out);
  mustBeUnedited(past, out, await storedReport(out));
  mustBeAlike(past.started, job, out);
  const failed = past.report.cases.filter(({ verdict }) => NOT_GREEN.includes(verdict)).map(({ id }) => id);
  const changed = past.report.cases.filter(({ policy }) => policy === 'changed').map(({ id }) => id);
  const ids = new Set([...failed, ...changed]);
  mustBeKnown(ids, whole, out);
  return ids;
}

const NOT_GREEN: readonly string[] = ['failed', 'errored', 'inconclusive'];

async function mustBeOurs(out: string): Promise<void> {
  const found = await stat(join(out, EVENTS_FILE)).catch(() => undefined);
  if (!found) throw refusal(out, `holds no ${EVENTS_FILE}, so no run was there`);
  const owner = await otherOwnerOf(join(out, EVENTS_FILE));
  if (owner !== undefined) throw refusal(out, `was written by another user (${owner})`);
}

/** A run that was killed has none. */
async function storedReport(out: string): Promise<Report | undefined> {
  const file = join(out, 'report.json');
  return (await stat(file).catch(() => undefined)) ? readReport(file) : undefined;
}

function mustBeUnedited({ report, seal }: PastRun, out: string, stored: Report | undefined): void {
  if (seal === 'broken') throw refusal(out, `was edited: ${EVENTS_FILE} is not what the run has sealed`);
  if (stored && !isDeepStrictEqual(stored, JSON.parse(JSON.stringify(report))))
    throw refusal(
      out,
      `was edited, or made by another state of Assay: report.json is not what ${EVENTS_FILE} tells`,
    );
}

function mustBeAlike(started: RunStarted, job: RunJob, out: string): void {
  const { subject, plant } = job;
  const pairs: readonly (readonly [string, string, string])[] = [
    ['subject', `${started.subject.name} (${started.subject.kind})`, `${subject.name} (${subject.kind})`],
    ['revision', started.revision, revisionOf(job)],
    ['mutant', started.mutant ?? 'none', plant?.id ?? 'none'],
    ['clone', started.clone, cloneId()],
  ];
  for (const [what, theirs, ours] of pairs) {
    if (theirs !== ours) throw refusal(out, `is of another ${what}: ${theirs}, and this run has ${ours}`);
  }
}

/** Those of suites that are not asked for now are passed over. */
function mustBeKnown(ids: ReadonlySet<string>, { cases, excluded }: Plan, out: string): void {
  const known = new Set([...cases, ...excluded].map(({ id }) => id));
  const suites = new Set([...known].map(suiteOf));
  const unknown = [...ids].filter((id) => suites.has(suiteOf(id)) && !known.has(id));
  if (unknown.length > 0)
    throw refusal(out, `is of another corpus: there is no case ${unknown.slice(0, 3).join(', ')} now`);
}

function refusal(out: string, what: string): UsageError {
  return new UsageError({
    code: 'LAST_RUN_UNUSABLE',
    message: `--last-failed cannot go by ${out}: it ${what}.`,
    fix: 'Run without --last-failed first, or name the run directory of the last such run with --out.',
  });
}
