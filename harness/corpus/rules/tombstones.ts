import { readTombstones } from '../documents.ts';
import type { Corpus } from '../load.ts';
import type { CorpusProblem } from '../problem.ts';

const FILE = 'tombstones.yaml';

/** Tombstones name what is really gone from `valid`, each id once; reason and date are part of their form. */
export async function tombstones(corpus: Corpus): Promise<readonly CorpusProblem[]> {
  const read = await readTombstones(corpus.folder);
  if ('problem' in read) return [read.problem];
  const living = new Set(corpus.entries.filter(({ shelf }) => shelf === 'valid').map(({ id }) => id));
  return read.value.removed.flatMap(({ id }, index, all) => {
    if (living.has(id))
      return [problem(`\`${id}\` has a tombstone and is alive in valid/`, 'Remove one of the two.')];
    const again = all.findIndex((other) => other.id === id) !== index;
    return again ? [problem(`\`${id}\` has two tombstones`, 'Keep one.')] : [];
  });
}

function problem(message: string, fix: string): CorpusProblem {
  return { file: FILE, rule: 'tombstone', message, fix };
}
