import { relative } from 'node:path';
import type { RunJob } from './job.ts';

/** One shell line that runs one case again as this run ran it. */
export function reproduceLine(job: RunJob, caseId: string): string {
  const [suite] = caseId.split('/');
  const pattern = `^${caseId.replaceAll('.', '\\.')}$`;
  return ['npx assay run', suite, `-g '${pattern}'`, ...flagsOf(job)].join(' ');
}

function flagsOf({ options, subject, plant }: RunJob): readonly string[] {
  const subjectFile = options.subjectFile === undefined ? undefined : relative(process.cwd(), subject.file);
  return [
    `--seed ${options.seed}`,
    ...(subjectFile === undefined ? [] : [`--subject ${subjectFile}`]),
    ...(options.revision === undefined ? [] : [`--revision ${options.revision}`]),
    ...(options.mode === 'process' ? [] : [`--mode ${options.mode}`]),
    ...(plant === undefined ? [] : [`--mutant ${plant.id}`]),
  ];
}
