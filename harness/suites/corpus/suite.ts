import { inProject } from '../../support/paths.ts';
import type { Suite } from '../suite.ts';
import { type CorpusBench, openBench } from './bench.ts';
import { loadSoundEntries } from './entries.ts';
import { judgeObserved } from './judge-observed.ts';
import { type Observed, performEntry } from './perform.ts';
import { planCorpus } from './plan.ts';

/** The corpus that lies in a folder, as a suite. */
export function corpusSuite(folder: string): Suite<CorpusBench, Observed> {
  return {
    name: 'corpus',
    title: 'Every A2A message shape that an agent is known to receive arrives, or is refused, as it should.',
    needs: ['platform', 'runtimes', 'control-plane', 'database'],
    isolation: 'shared',
    runner: 'any',
    groups: ['family', 'runtime'],
    plan: async (scene) => planCorpus(await loadSoundEntries(folder), scene),
    open: () => openBench(folder),
    perform: performEntry,
    judge: judgeObserved,
    proof: async () => (await import('./proof.ts')).proofOf(folder),
  };
}

/** The corpus of this project. */
export const suite = corpusSuite(inProject('corpus'));
