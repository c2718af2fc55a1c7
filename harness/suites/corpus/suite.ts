import type { Entry } from '../../corpus/entry.ts';
import { loadSoundEntries } from '../../corpus/sound.ts';
import { inProject } from '../../support/paths.ts';
import type { Suite } from '../suite.ts';
import { type CorpusBench, openBench } from './bench.ts';
import { filesOf } from './entries.ts';
import { judgeObserved } from './judge-observed.ts';
import { type Observed, performEntry } from './perform.ts';
import { planCorpus } from './plan.ts';

/** The corpus that lies in a folder, as a suite; it is read once. */
export function corpusSuite(folder: string): Suite<CorpusBench, Observed> {
  let loading: Promise<readonly Entry[]> | undefined;
  const entries = () => {
    loading ??= loadSoundEntries(folder);
    return loading;
  };
  return {
    name: 'corpus',
    title: 'Every A2A message shape that an agent is known to receive arrives, or is refused, as it should.',
    needs: ['platform', 'runtimes', 'control-plane', 'database'],
    isolation: 'shared',
    runner: 'in-line',
    groups: ['family', 'runtime'],
    plan: async (scene) => planCorpus(await entries(), scene),
    open: async () => openBench(await entries()),
    perform: performEntry,
    judge: judgeObserved,
    sourcesOf: async ({ facets }) => filesOf(await entries(), facets.entry),
    waits: ({ facets: { agent = 'push', expected, restarts } }) =>
      expected === 'delivered-later' ||
      restarts === 'asked' ||
      ['poll', 'busy', 'slow', 'dead', 'failing'].includes(agent),
    explain: async (name) => (await import('./explain.ts')).explainEntry(await entries(), name),
    proof: async () => (await import('./proof.ts')).proofOf(folder),
  };
}

/** The corpus of this project. */
export const suite = corpusSuite(inProject('corpus'));
