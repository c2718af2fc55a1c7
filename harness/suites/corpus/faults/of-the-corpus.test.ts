import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCorpus, loadCorpus } from '../../../corpus/index.ts';
import type { Fault, TreeGround, TreePlant } from '../../../faults/fault.ts';
import { inProject } from '../../../support/paths.ts';
import { corpusFaults } from './of-the-corpus.ts';

const GROUND: TreeGround = {
  name: 'corpus',
  sources: [],
  prepare: async () => undefined,
  judge: async () => [],
};
const FAULTS = corpusFaults(GROUND);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-corpus-'));
  await cp(inProject('corpus'), folder, { recursive: true });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the regressions that the corpus checks itself for are in it', () => {
  expect(FAULTS.map(({ id }) => id)).toEqual(['M131', 'M132', 'M133']);
});

test.each(FAULTS.map((fault) => [fault.id, fault] as const))(
  '%s is found by its rule for its reason, and nothing of it stays when it is undone',
  async (_id, fault) => {
    expect(await problemsIn(folder)).toEqual([]);
    const edited = await plantOf(fault).edit(folder);
    const problems = await problemsIn(folder);
    await edited.undo();
    expect(edited.hits).toBeGreaterThan(0);
    for (const { cases, reason } of fault.kills) {
      const found = problems.filter(({ rule, text }) => cases.toString() === rule && reason.test(text));
      expect(found, JSON.stringify(problems)).not.toEqual([]);
    }
    expect(await problemsIn(folder)).toEqual([]);
  },
);

test('an edit that finds nothing to change hits nothing', async () => {
  for (const fault of FAULTS) {
    const first = await plantOf(fault).edit(folder);
    const again = await plantOf(fault).edit(folder);
    expect(again.hits).toBe(0);
    await first.undo();
  }
});

function plantOf({ id, plant }: Fault): TreePlant {
  if (plant.kind !== 'tree') throw new Error(`${id} is not planted in a tree`);
  return plant;
}

async function problemsIn(corpus: string) {
  const problems = await checkCorpus(await loadCorpus(corpus));
  return problems.map(({ rule, file, message }) => ({ rule: `${rule}`, text: `${file}: ${message}` }));
}
