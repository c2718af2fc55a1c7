import type { Suite } from '../suite.ts';
import { type ContractBench, openBench } from './bench.ts';
import { judgeContract } from './judge.ts';
import { type Observed, performContract } from './perform.ts';
import { planContract } from './plan.ts';

/** The clauses of the platform's contract, put to it over HTTP, one by one. */
export const suite: Suite<ContractBench, Observed> = {
  name: 'contract',
  title: 'The platform answers, stores and tells what each clause of the contract says.',
  needs: ['platform', 'control-plane', 'database'],
  isolation: 'shared',
  runner: 'in-line',
  groups: ['clause'],
  plan: async (scene) => planContract(scene),
  open: openBench,
  perform: performContract,
  judge: judgeContract,
  proof: async () => (await import('./proof.ts')).proof(),
};
