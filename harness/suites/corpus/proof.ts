import { cp } from 'node:fs/promises';
import { BROKEN_SUBJECTS } from '../../faults/broken/index.ts';
import type { TreeGround } from '../../faults/fault.ts';
import { inProject } from '../../support/paths.ts';
import { judgeAll } from '../judge-all.ts';
import type { SuiteProof } from '../suite.ts';
import { corpusCheck } from './check.ts';
import { FAULTS } from './faults/index.ts';
import { corpusFaults } from './faults/of-the-corpus.ts';
import { NEUTRAL } from './neutral/index.ts';

/** Faults of the platform, the runtimes and the corpus in `folder` itself; conforming variants; broken subjects. */
export function proofOf(folder: string): SuiteProof {
  const copy: TreeGround = {
    name: 'copy of the corpus',
    prepare: (place) => cp(folder, place, { recursive: true }),
    judge: (place) => judgeAll(corpusCheck(place)),
  };
  return {
    faults: [...FAULTS, ...corpusFaults(copy)],
    neutral: NEUTRAL,
    broken: BROKEN_SUBJECTS,
    preload: inProject('harness/suites/corpus/preload.ts'),
  };
}
