import { HarnessError } from '../../support/errors.ts';
import type { Suite } from '../suite.ts';
import { type ContractBench, openBench } from './bench.ts';
import { judgeContract } from './judge.ts';
import type { ContractCase } from './language/contract-case.ts';
import { type Observed, performContract } from './perform.ts';
import { planContract } from './plan.ts';

/** What tells one suite of clauses from another. */
export interface ClauseSuite
  extends Pick<Suite, 'name' | 'title' | 'proof'>,
    Partial<Pick<Suite, 'isolation' | 'clock' | 'costly'>> {
  readonly cases: readonly ContractCase[];
}

/** A suite that puts clauses of the contract to a platform over HTTP, one by one. */
export function clauseSuite({ cases, ...own }: ClauseSuite): Suite<ContractBench, Observed> {
  const byId = new Map(cases.map((each) => [`${own.name}/${each.name}`, each]));
  return {
    ...{ isolation: 'shared', runner: 'in-line', groups: ['clause'], ...own },
    needs: ['platform', 'control-plane', 'database'],
    plan: async (scene) => planContract(own.name, cases, scene),
    open: openBench,
    perform: (bench, at) => performContract(byId.get(at.planned.id) ?? gone(at.planned.id), bench, at),
    judge: judgeContract,
  };
}

function gone(id: string): never {
  throw new HarnessError({
    code: 'CASE_GONE',
    message: `The case ${id} was planned, and is no longer there.`,
  });
}
