import { inProject } from '../../support/paths.ts';
import { brokenBeforePlatform } from '../broken-subjects.ts';
import type { SuiteProof } from '../suite.ts';
import { FAULTS } from './faults/index.ts';
import { NEUTRAL } from './neutral/index.ts';

/** What the cases must catch, what they must stand, and what they must see through. */
export function proof(): SuiteProof {
  return {
    faults: FAULTS,
    neutral: NEUTRAL,
    broken: brokenBeforePlatform('settings'),
    preload: inProject('harness/suites/settings/preload.ts'),
  };
}
