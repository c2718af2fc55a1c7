import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CorpusMutant } from '../faults/fault.ts';
import { CORPUS_FAULTS } from '../suites/corpus/faults/corpus-faults.ts';
import { inProject } from '../support/paths.ts';
import { proveCorpusMutant } from './corpus-mutant.ts';

const CORPUS = inProject('corpus');

test.each(CORPUS_FAULTS.map((mutant) => [mutant.id, mutant] as const))(
  '%s is found by the check of the corpus, for its reason',
  async (_id, mutant) => {
    const result = await proveCorpusMutant(CORPUS, mutant);
    expect(result).toMatchObject({ verdict: 'killed', cases: [{ state: 'killed' }] });
  },
);

test('a fault that changes nothing survives', async () => {
  const result = await proveCorpusMutant(
    CORPUS,
    faultThat(async () => undefined),
  );
  expect(result).toMatchObject({
    verdict: 'survived',
    cases: [{ state: 'survived', saw: 'no problem found' }],
  });
});

test('a fault that is found by another rule survives', async () => {
  const result = await proveCorpusMutant(
    CORPUS,
    faultThat((folder) => rm(join(folder, 'pins.yaml'))),
  );
  expect(result).toMatchObject({ verdict: 'survived', cases: [{ state: 'other-reason' }] });
});

function faultThat(plant: CorpusMutant['plant']): CorpusMutant {
  return { kind: 'corpus', id: 'M0', title: 'a fault', plant, kills: { rule: 'coverage', reason: /family/ } };
}
