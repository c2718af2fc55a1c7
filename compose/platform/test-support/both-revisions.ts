import { afterAll, beforeAll } from 'vitest';
import { startWorlds, type World, type Worlds } from './world.ts';

/** A platform of R1 and one of the latest revision. */
export interface BothRevisions {
  readonly first: World;
  readonly latest: World;
}

/** Starts both before the tests of a file, and ends them after these. */
export function inBothRevisions(): BothRevisions {
  let worlds: Worlds | undefined;
  const both: { first?: World; latest?: World } = {};
  beforeAll(async () => {
    worlds = await startWorlds();
    both.first = await worlds.start({ CONTRACT_REVISION: 'R1' });
    both.latest = await worlds.start();
  });
  afterAll(() => worlds?.[Symbol.asyncDispose]());
  return both as BothRevisions;
}
