import { cp } from 'node:fs/promises';
import { relative } from 'node:path';
import { checkCorpus, loadCorpus } from '../../corpus/index.ts';
import { BROKEN_SUBJECTS } from '../../faults/broken/index.ts';
import type { TreeGround } from '../../faults/fault.ts';
import { ASSAY } from '../../support/command.ts';
import { EnvironmentError } from '../../support/errors.ts';
import { inProject, projectRoot } from '../../support/paths.ts';
import { judgeAll } from '../judge-all.ts';
import type { SuiteProof } from '../suite.ts';
import { corpusCheck } from './check.ts';
import { FAULTS } from './faults/index.ts';
import { corpusFaults } from './faults/of-the-corpus.ts';
import { NEUTRAL } from './neutral/index.ts';
import { STEP_FAULTS } from './step-faults/index.ts';
import { WIRE_FAULTS } from './wire-faults/index.ts';

/** Faults of the platform, the runtimes and the corpus in `folder` itself; conforming variants; broken subjects. */
export function proofOf(folder: string): SuiteProof {
  const copy: TreeGround = {
    name: 'copy of the corpus',
    sources: [relative(projectRoot, folder)],
    prepare: async (place) => {
      await refuseProblems(folder);
      await cp(folder, place, { recursive: true });
    },
    judge: (place) => judgeAll(corpusCheck(place)),
  };
  return {
    faults: [...FAULTS, ...WIRE_FAULTS, ...STEP_FAULTS, ...corpusFaults(copy)],
    neutral: NEUTRAL,
    broken: BROKEN_SUBJECTS,
    preload: inProject('harness/suites/corpus/preload.ts'),
  };
}

/** A corpus with problems of its own proves nothing: they could be what a rule finds. */
async function refuseProblems(folder: string): Promise<void> {
  const problems = await checkCorpus(await loadCorpus(folder));
  if (problems.length === 0) return;
  throw new EnvironmentError({
    code: 'NOT_GREEN',
    message: `The corpus ${folder} has ${problems.length} problem(s) before anything was planted.`,
    details: problems.slice(0, 20).map(({ file, rule, message }) => `${file}: ${message} [${rule}]`),
    fix: `Mend them; ${ASSAY} corpus check lists all of them.`,
  });
}
