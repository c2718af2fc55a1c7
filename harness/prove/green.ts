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
  name: 'baseline' | 'restored',
  only?: ReadonlySet<string>,
): Promise<Report> {
  job.display.progress?.begin(PHASES[name]);
  const report = await run({ ...stepOf(job, name, only), ...(base && { attached: lent(base) }) });
  const { totals, durationMs } = report;
  job.display.note(
    `${name}: ${totals.passed} of ${totals.planned} passed in ${(durationMs / 1000).toFixed(1)} s`,
  );
  if (report.exitCode === 0 || job.signal.aborted) return report;
  throw notGreen(name, report);
}

const PHASES = {
  baseline: 'running all cases with nothing planted',
  restored: 'running what turned red again, with nothing planted',
} as const;

/** It outlives the run. */
function lent(base: World): World {
  return { ...base, [Symbol.asyncDispose]: () => Promise.resolve() };
}

function notGreen(name: 'baseline' | 'restored', report: Report): EnvironmentError {
  const red = report.cases.filter(isTrouble);
  const when = name === 'baseline' ? 'before anything was planted' : 'after what was planted had gone';
  return new EnvironmentError({
    code: 'NOT_GREEN',
    message: `Cases are red ${when}, so no kill would mean anything.`,
    details: [...report.reasons, ...red.map(({ id, reason }) => `${id}: ${reason ?? ''}`)].slice(0, 40),
    fix: `Make ${ASSAY} run green first.`,
  });
}
