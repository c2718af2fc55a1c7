import { relative } from 'node:path';
import { type HowRun, reproduceLine } from '../report/reproduce.ts';
import type { CaseIdentity, PlannedCase } from '../support/case.ts';
import type { RunJob } from './job.ts';

/** Cases with the shell line that runs each of them again as this run runs it. */
export function executable(job: RunJob, cases: readonly CaseIdentity[]): readonly PlannedCase[] {
  const how = howRun(job);
  return cases.map((each) => ({ ...each, reproduce: reproduceLine(each, how) }));
}

function howRun({ options, subject, plant }: RunJob): HowRun {
  return {
    seed: options.seed,
    ...(options.subjectFile !== undefined && { subject: relative(process.cwd(), subject.file) }),
    ...(options.revision !== undefined && { revision: options.revision }),
    ...(options.mode !== 'process' && { mode: options.mode }),
    ...(plant && { mutant: plant.id }),
    ...(subject.kind === 'runtime' && { canary: subject.typedAs }),
  };
}
