import type { Place } from '../support/verdict.ts';
import type { Job, Workflow } from './workflow.ts';

/** Whether one place stands before another in the same file. */
export function isBefore(a: Place, b: Place): boolean {
  return a.file === b.file && (a.line < b.line || (a.line === b.line && (a.column ?? 0) < (b.column ?? 0)));
}

/** Whether a job waits for another one, by way of others or at once. */
export function waitsFor(
  workflow: Workflow,
  job: Job,
  other: Job,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (seen.has(job.id)) return false;
  return job.needs.some(({ value }) => {
    if (value === other.id) return true;
    const needed = workflow.jobs.find(({ id }) => id === value);
    return needed !== undefined && waitsFor(workflow, needed, other, new Set([...seen, job.id]));
  });
}
