import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHELVES } from '../../../corpus/entry.ts';
import type { CorpusMutant } from '../../../faults/fault.ts';

/** Faults of the corpus itself, planted in a copy of it. */
export const CORPUS_FAULTS: readonly CorpusMutant[] = [
  {
    kind: 'corpus',
    id: 'M131',
    title: 'an SDK is bumped and the corpus is not replayed',
    plant: (folder) => edit(join(folder, 'pins.yaml'), /^( *a2a-sdk-0\.3:).*$/m, '$1 0.3.13'),
    kills: {
      rule: 'pins',
      reason: /a2a-sdk-0\.3 is .+ in package\.json; the corpus was last replayed against 0\.3\.13/,
    },
  },
  {
    kind: 'corpus',
    id: 'M132',
    title: 'the corpus loses a whole protocol family',
    plant: async (folder) => {
      for (const sidecar of await sidecarsOf(folder)) {
        if (/^family: v0\.1$/m.test(await readFile(sidecar, 'utf8'))) await rm(sidecar);
      }
    },
    kills: { rule: 'coverage', reason: /: 0 entries of family v0\.1, at least \d+ are wanted$/ },
  },
  {
    kind: 'corpus',
    id: 'M133',
    title: 'an entry comes without its provenance',
    plant: (folder) => edit(join(folder, 'valid/v03-text.yaml'), /^source: .*$/m, 'source: somebody said so'),
    kills: {
      rule: 'provenance',
      reason: /v03-text\.yaml: source `somebody said so` is no public reference$/,
    },
  },
];

async function sidecarsOf(folder: string): Promise<readonly string[]> {
  const names = await Promise.all(
    SHELVES.map(async (shelf) =>
      (await readdir(join(folder, shelf))).map((name) => join(folder, shelf, name)),
    ),
  );
  return names.flat().filter((name) => name.endsWith('.yaml'));
}

async function edit(file: string, from: RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(from, to));
}
