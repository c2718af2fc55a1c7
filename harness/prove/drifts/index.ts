import type { SuiteName } from '../../config/suites.ts';
import type { MutantResult } from '../../faults/judge.ts';
import {
  ARCHITECTURE_RULES,
  ENUM_SETTINGS,
  planArchitecture,
  planEnums,
} from '../../playwright/plan-drift.ts';
import { inProject } from '../../support/paths.ts';
import type { ProveJob } from '../job.ts';
import { proveArchitecture } from './architecture.ts';
import { proveEnums } from './enums.ts';

/** What planting drifts has shown: each one's fate, and our own cases that none of them kills. */
export interface DriftKills {
  readonly mutants: readonly MutantResult[];
  readonly unkilled: readonly string[];
}

/** Plants the drifts of the static suites that the job names, each into a copy of a clean tree. */
export async function proveDrifts({ driftSuites, display }: ProveJob): Promise<DriftKills> {
  const mutants: MutantResult[] = [];
  const planned: string[] = [];
  for (const suite of driftSuites) {
    const results = await proveSuite(suite);
    const killed = results.filter(({ verdict }) => verdict === 'killed').length;
    display.note(`${suite}: ${killed} of ${results.length} planted drifts found, at their lines alone`);
    mutants.push(...results);
    planned.push(...(await plannedOf(suite)));
  }
  const killed = new Set(
    mutants.filter(({ verdict }) => verdict === 'killed').flatMap(({ cases }) => cases.map(({ id }) => id)),
  );
  return { mutants, unkilled: planned.filter((id) => !killed.has(id)) };
}

function proveSuite(suite: SuiteName): Promise<readonly MutantResult[]> {
  return suite === 'drift-enum' ? proveEnums() : proveArchitecture();
}

async function plannedOf(suite: SuiteName): Promise<readonly string[]> {
  const plan =
    suite === 'drift-enum'
      ? planEnums(inProject(ENUM_SETTINGS))
      : await planArchitecture(inProject(ARCHITECTURE_RULES));
  return plan.cases.map(({ id }) => id);
}
