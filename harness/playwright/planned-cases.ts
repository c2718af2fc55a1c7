import type { SuiteName } from '../config/suites.ts';
import { currentExecution, type ExecutableCase } from './execution.ts';

/** The cases of one suite that this run has planned, in plan order. */
export function plannedCases(suite: SuiteName): readonly ExecutableCase[] {
  return currentExecution().cases.filter((planned) => planned.suite === suite);
}
