import { randomBytes } from 'node:crypto';
import { openScratch } from '../environment/index.ts';
import type { CaseResult } from '../report/event.ts';
import { openSuite } from './perform.ts';
import type { Scene } from './plan.ts';
import type { Suite } from './suite.ts';

/** Static suites look at files only: nothing of a scene decides what applies. */
const NO_SCENE: Scene = {
  revision: 'R3',
  subjectName: 'files',
  capabilities: [],
  hasPlatform: false,
  standsForRuntimes: false,
};

/** Judges every case of a suite that needs no world, one after the other; its evidence is thrown away. */
export async function judgeAll(suite: Suite): Promise<readonly CaseResult[]> {
  await using folder = await openScratch('judge');
  const redactionKey = randomBytes(32).toString('hex');
  const setting = { runDirectory: folder.path, revision: NO_SCENE.revision, seed: 0, redactionKey };
  const { cases } = await suite.plan(NO_SCENE);
  await using open = await openSuite(suite);
  const results: CaseResult[] = [];
  for (const planned of cases) {
    results.push(await open.perform({ ...planned, reproduce: planned.id }, { setting }));
  }
  return results;
}
