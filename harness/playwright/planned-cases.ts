import type { SuiteName } from '../config/suites.ts';
import { currentExecution } from './execution.ts';
import type { PlannedCase } from './plan.ts';

/** The cases of one suite that this run has planned, in plan order. */
export function plannedCases(suite: SuiteName): readonly PlannedCase[] {
  return currentExecution().cases.filter((planned) => planned.suite === suite);
}
