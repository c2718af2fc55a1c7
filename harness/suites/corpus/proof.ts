import { cp } from 'node:fs/promises';
import { BROKEN_SUBJECTS } from '../../faults/broken/index.ts';
import type { TreeGround } from '../../faults/fault.ts';
import { inProject } from '../../support/paths.ts';
import { judgeAll } from '../judge-all.ts';
import type { SuiteProof } from '../suite.ts';
import { corpusCheck } from './check.ts';
import { FAULTS } from './faults/index.ts';
import { corpusFaults } from './faults/of-the-corpus.ts';

/** Faults of the platform and the runtimes, and of the corpus in `folder` itself. */
export function proofOf(folder: string): SuiteProof {
  const copy: TreeGround = {
    name: 'copy of the corpus',
    prepare: (place) => cp(folder, place, { recursive: true }),
    judge: (place) => judgeAll(corpusCheck(place)),
  };
  return {
    faults: [...FAULTS, ...corpusFaults(copy)],
    neutral: [],
    broken: BROKEN_SUBJECTS,
    preload: inProject('harness/suites/corpus/preload.ts'),
  };
}
