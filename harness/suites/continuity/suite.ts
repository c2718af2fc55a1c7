import { inProject } from '../../support/paths.ts';
import type { Suite } from '../suite.ts';
import { judgeContinuity } from './judge.ts';
import { type Bench, openBench, performContinuity } from './perform.ts';
import { planContinuity } from './plan.ts';
import type { Observed } from './record.ts';

/** Whether an agent runtime goes on with a conversation where it was (J). */
export const suite: Suite<Bench, Observed> = {
  name: 'continuity',
  title: 'An agent knows in a conversation what was said in it, and nothing that was said elsewhere.',
  needs: ['canary'],
  isolation: 'own',
  runner: 'in-line',
  groups: [],
  plan: planContinuity,
  open: async () => openBench(),
  perform: performContinuity,
  judge: (observed, { planned }) => judgeContinuity(observed, planned.facets.tells !== undefined),
  sourcesOf: async ({ facets }) => [inProject(`canaries/${facets.canary}.yaml`)],
  proof: async () => (await import('./proof.ts')).proof(),
};
