import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenIn } from '../../gate/test-support/scene.ts';
import { mergeShards } from './merge.ts';
import { OF_SHARDS } from './test-support/forged-shards.ts';
import { gateMerged } from './test-support/gating.ts';
import { layShard } from './test-support/laid-shards.ts';
import { temporaryFolder } from './test-support/merging.ts';

test('three green shards that were merged are PROMOTE: what is held below is held for its defect', async () => {
  const answer = await gateMerged({});
  expect(brokenIn(answer)).toEqual([]);
  expect(answer.verdict).toBe('PROMOTE');
});

describe.each(OF_SHARDS)('$what', ({ rules, forged }) => {
  test(`is HOLD under ${rules.join(', ')} alone`, async () => {
    const answer = await gateMerged(forged);
    expect(brokenIn(answer)).toEqual(rules);
    expect(answer.verdict).toBe('HOLD');
  });
});

test('every shard that is missing is HOLD by its own name', async () => {
  for (const index of [1, 2, 3]) {
    const answer = await gateMerged({ given: [1, 2, 3].filter((each) => each !== index) });
    expect(brokenIn(answer)).toEqual(['whole']);
    expect(answer.why).toContain(`shard ${index}/3 is missing`);
  }
});

test('a shard that has left no log cannot be merged, and never started is named by its folder', async () => {
  for (const index of [1, 2, 3]) {
    const folder = temporaryFolder();
    for (const each of [1, 2, 3]) layShard(join(folder, `${each}`), each, 3);
    rmSync(join(folder, `${index}/events.ndjson`));
    const merging = mergeShards({ places: ['1', '2', '3'], cwd: folder, out: join(folder, 'out') });
    await expect(merging).rejects.toMatchObject({
      code: 'NO_RUN_THERE',
      message: expect.stringContaining(`${index} is no run directory`),
    });
  }
});
