import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { noteEvidence } from '../../suites/evidence-list.ts';
import { makeOwnFolders, writeOwn } from '../../support/own-files.ts';
import type { GivenShard } from './given-shard.ts';

/** Copies what each shard has listed to the same places of another run directory, and notes it there. */
export function copyEvidence(shards: readonly GivenShard[], out: string): void {
  for (const { directory, evidence } of shards)
    for (const path of Object.keys(evidence)) {
      makeOwnFolders(out, join(out, 'evidence'));
      noteEvidence(out, path);
      makeOwnFolders(out, join(out, dirname(path)));
      writeOwn(join(out, path), readFileSync(join(directory, path)));
    }
}
