import type { MutantResult } from '../mutants/judge.ts';
import type { Report } from '../report/report.ts';
import { run } from '../run.ts';
import { EnvironmentError } from '../support/errors.ts';
import { type ProveJob, stepOf } from './job.ts';

/** The whole selection without any mutant; every gated case of it must be green. */
export async function proveBaseline(job: ProveJob): Promise<Report> {
  const report = await run(stepOf(job, 'baseline'));
  job.display.note(`baseline: ${report.totals.passed} passed of ${report.totals.planned}`);
  return mustBeGreen(report, 'The baseline is red before any mutant was planted');
}

/** The cases that mutants killed, once more in a fresh world without one: green again, or the kills prove nothing. */
export async function proveRestored(job: ProveJob, results: readonly MutantResult[]): Promise<void> {
  const killed = new Set(
    results.flatMap(({ cases }) => cases.map(({ id }) => id)).filter((id) => id.includes('@')),
  );
  if (killed.size === 0) return;
  const report = await run(stepOf(job, 'restored', killed));
  job.display.note(`restored: ${report.totals.passed} of ${killed.size} green again`);
  mustBeGreen(report, 'Cases stayed red after the mutants were taken away');
}

function mustBeGreen(report: Report, what: string): Report {
  if (report.exitCode === 0) return report;
  const red = report.cases.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not-applicable');
  throw new EnvironmentError({
    code: 'NOT_GREEN',
    message: `${what}, so no kill would mean anything.`,
    details: [...report.reasons, ...red.map(({ id, reason }) => `${id}: ${reason ?? ''}`)].slice(0, 20),
    fix: 'Make npx assay run green first.',
  });
}
