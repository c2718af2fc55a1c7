import type { Entry } from '../../corpus/entry.ts';
import { loadSoundEntries } from '../../corpus/sound.ts';
import { inProject } from '../../support/paths.ts';
import { type CorpusBench, openBench } from '../corpus/bench.ts';
import { filesOf } from '../corpus/entries.ts';
import type { Suite } from '../suite.ts';
import { judgeRoutes } from './judge/judge.ts';
import { type Observed, performRoutes } from './perform.ts';
import { planRoutes } from './plan.ts';

let loading: Promise<readonly Entry[]> | undefined;

/** The corpus of this project, read once. */
function entries(): Promise<readonly Entry[]> {
  loading ??= loadSoundEntries(inProject('corpus'));
  return loading;
}

/** What a message becomes on its way through the platform, held against the same message without one (A.4, A.7). */
export const suite: Suite<CorpusBench, Observed> = {
  name: 'routes',
  title:
    'A message that goes through the platform reaches the same runtime as it does directly, but for what A.4 lists.',
  needs: ['platform', 'runtimes', 'database'],
  isolation: 'shared',
  runner: 'in-line',
  groups: ['family', 'runtime'],
  plan: async (scene) => planRoutes(await entries(), scene),
  open: async () => openBench(await entries()),
  perform: performRoutes,
  judge: judgeRoutes,
  sourcesOf: async ({ facets }) => filesOf(await entries(), facets.entry),
  proof: async () => (await import('./proof.ts')).proof(),
};
