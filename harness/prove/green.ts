import type { World } from '../environment/index.ts';
import type { Report } from '../report/report.ts';
import { isTrouble } from '../report/words.ts';
import { run } from '../run.ts';
import { ASSAY } from '../support/command.ts';
import { EnvironmentError } from '../support/errors.ts';
import { type ProveJob, stepOf } from './job.ts';

/** Runs cases in a world with nothing planted, all of the selection unless `only` names some. Throws when one is not green. */
export async function proveGreen(
  job: ProveJob,
  base: World | undefined,
  only?: ReadonlySet<string>,
): Promise<Report> {
  const report = await runSound(job, base, 'baseline', only);
  if (report.exitCode !== 0 && !job.signal.aborted) throw notGreen(report);
  return report;
}

/** A case that was red with nothing planted. */
export interface RedCase {
  readonly id: string;
  readonly reason: string;
}

/** Runs what faults turned red again, where nothing is planted, and answers what is not green. */
export async function notRestored(
  job: ProveJob,
  base: World,
  only: ReadonlySet<string>,
): Promise<readonly RedCase[]> {
  if (only.size === 0 || job.signal.aborted) return [];
  const { cases } = await runSound(job, base, 'restored', only);
  return cases.filter(isTrouble).map(({ id, reason = '' }) => ({ id, reason }));
}

async function runSound(
  job: ProveJob,
  base: World | undefined,
  name: keyof typeof PHASES,
  only: ReadonlySet<string> | undefined,
): Promise<Report> {
  job.display.progress?.begin(PHASES[name]);
  const report = await run({ ...stepOf(job, name, only), ...(base && { attached: lent(base) }) });
  const { totals, durationMs } = report;
  job.display.note(
    `${name}: ${totals.passed} of ${totals.planned} passed in ${(durationMs / 1000).toFixed(1)} s`,
  );
  return report;
}

const PHASES = {
  baseline: 'running all cases with nothing planted',
  restored: 'running what turned red again, with nothing planted',
} as const;

/** It outlives the run. */
function lent(base: World): World {
  return { ...base, [Symbol.asyncDispose]: () => Promise.resolve() };
}

function notGreen(report: Report): EnvironmentError {
  const red = report.cases.filter(isTrouble);
  return new EnvironmentError({
    code: 'NOT_GREEN',
    message: 'Cases are red before anything was planted, so no kill would mean anything.',
    details: [...report.reasons, ...red.map(({ id, reason }) => `${id}: ${reason ?? ''}`)].slice(0, 40),
    fix: `Make ${ASSAY} run green first.`,
  });
}
