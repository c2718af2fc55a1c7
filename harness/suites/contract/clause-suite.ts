import { HarnessError } from '../../support/errors.ts';
import type { CaseAt, Suite } from '../suite.ts';
import { type ContractBench, openBench } from './bench.ts';
import { judgeContract } from './judge.ts';
import type { Observed } from './perform.ts';
import { type PlannableCase, planContract } from './plan.ts';

/** What tells one suite of clauses from another. */
export interface ClauseSuite<Case extends PlannableCase>
  extends Pick<Suite, 'name' | 'title' | 'proof'>,
    Partial<Pick<Suite, 'isolation' | 'clock' | 'costly' | 'runner'>> {
  readonly cases: readonly Case[];
  /** Beside the platform, its control plane and its database. */
  readonly alsoNeeds?: Suite['needs'];
  readonly perform: (each: Case, bench: ContractBench, at: CaseAt) => Promise<Observed>;
}

/** A suite that puts clauses of the contract to a platform, one by one. */
export function clauseSuite<Case extends PlannableCase>({
  cases,
  alsoNeeds = [],
  perform,
  ...own
}: ClauseSuite<Case>): Suite<ContractBench, Observed> {
  const byId = new Map(cases.map((each) => [`${own.name}/${each.name}`, each]));
  return {
    ...{ isolation: 'shared', runner: 'in-line', groups: ['clause'], ...own },
    needs: ['platform', 'control-plane', 'database', ...alsoNeeds],
    plan: async (scene) => planContract(own.name, cases, scene),
    open: openBench,
    perform: (bench, at) => perform(byId.get(at.planned.id) ?? gone(at.planned.id), bench, at),
    judge: judgeContract,
  };
}

function gone(id: string): never {
  throw new HarnessError({
    code: 'CASE_GONE',
    message: `The case ${id} was planned, and is no longer there.`,
  });
}
