import type { World } from '../environment/index.ts';
import type { MutantResult } from '../faults/judge.ts';
import type { Report } from '../report/report.ts';
import { run } from '../run.ts';
import { EnvironmentError } from '../support/errors.ts';
import { type ProveJob, stepOf } from './job.ts';
import type { Trial } from './trial.ts';

/** Every case of the proof without any mutant, all of the selection for a whole catalogue; all must be green. */
export async function proveBaseline(job: ProveJob, world: World, trials: readonly Trial[]): Promise<Report> {
  const tried = trials.flatMap((trial) => (trial.kind === 'service' ? [...trial.cases] : []));
  const only = job.wholeCatalogue || tried.length === 0 ? undefined : new Set(tried);
  const report = await runIn(job, world, 'baseline', only);
  job.display.note(`baseline: ${countsOf(report)}`);
  return mustBeGreen(report, 'The baseline is red before any mutant was planted');
}

/** The cases that mutants killed, once more without one: green again, or the kills prove nothing. */
export async function proveRestored(
  job: ProveJob,
  world: World,
  results: readonly MutantResult[],
): Promise<void> {
  const killed = new Set(
    results.flatMap(({ cases }) => cases.map(({ id }) => id)).filter((id) => id.includes('@')),
  );
  if (killed.size === 0 || job.signal.aborted) return;
  const report = await runIn(job, world, 'restored', killed);
  job.display.note(`restored: ${countsOf(report)}`);
  mustBeGreen(report, 'Cases stayed red after the mutants were taken away');
}

/** The world is lent: it outlives the run. */
function runIn(job: ProveJob, world: World, name: string, only?: ReadonlySet<string>): Promise<Report> {
  const lent: World = { ...world, [Symbol.asyncDispose]: () => Promise.resolve() };
  return run({ ...stepOf(job, name, only), attached: lent });
}

function countsOf({ totals, durationMs }: Report): string {
  return `${totals.passed} of ${totals.planned} passed in ${(durationMs / 1000).toFixed(1)} s`;
}

function mustBeGreen(report: Report, what: string): Report {
  if (report.exitCode === 0) return report;
  const red = report.cases.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not-applicable');
  throw new EnvironmentError({
    code: 'NOT_GREEN',
    message: `${what}, so no kill would mean anything.`,
    details: [...report.reasons, ...red.map(({ id, reason }) => `${id}: ${reason ?? ''}`)].slice(0, 40),
    fix: 'Make npx assay run green first.',
  });
}
