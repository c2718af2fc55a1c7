import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ArchitectureReport, judgeTree } from '../index.ts';
import { loadRules } from '../rules/load.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { diskTree } from '../tree/disk-tree.ts';
import { ARCHITECTURE_DRIFTS } from './catalogue.ts';
import { PACKS, type PackName } from './drift.ts';
import { copyCleanTree, packPath, plantDrift, plantTwin, restoreTree } from './plant.ts';

const CLEAN = { verdict: 'passed', findings: [], reasons: [] };

describe.each(PACKS)('the pack %s', (pack) => {
  let rules: RuleSet;
  let folder: string;

  beforeAll(async () => {
    rules = loadRules(packPath(pack));
    folder = await mkdtemp(join(tmpdir(), 'assay-drift-'));
    await copyCleanTree(pack, folder);
  });

  afterAll(() => rm(folder, { recursive: true }));

  const judged = (): ArchitectureReport => judgeTree(rules, diskTree(folder, rules.scope));

  test('finds nothing in its clean tree', () => {
    expect(judged()).toMatchObject(CLEAN);
  });

  test.each(driftsOf(pack))(
    'finds $title, at its line alone, and nothing after it is undone',
    async (drift) => {
      const expected = await plantDrift(drift, folder);
      const red = judged();
      await restoreTree(drift, folder);
      expect(red.findings.map(({ rule, file, line }) => ({ rule, file, line }))).toEqual([expected]);
      expect(red.verdict).toBe('failed');
      expect(judged()).toMatchObject(CLEAN);
    },
  );

  test.each(driftsOf(pack))('stays silent on the clean twin of: $title', async (drift) => {
    await plantTwin(drift, folder);
    const green = judged();
    await restoreTree(drift, folder);
    expect(green).toMatchObject(CLEAN);
  });
});

test('has at least twenty drifts, each with an id of its own', () => {
  const ids = new Set(ARCHITECTURE_DRIFTS.map(({ id }) => id));
  expect(ids.size).toBe(ARCHITECTURE_DRIFTS.length);
  expect(ids.size).toBeGreaterThanOrEqual(20);
});

test('plants at least one drift against every rule of every shipped pack', () => {
  const planted = new Set(ARCHITECTURE_DRIFTS.map(({ rule }) => rule));
  const shipped = PACKS.flatMap((pack) => loadRules(packPath(pack)).rules.map(({ id }) => id));
  expect(shipped.filter((id) => !planted.has(id))).toEqual([]);
});

function driftsOf(pack: PackName) {
  return ARCHITECTURE_DRIFTS.filter((drift) => drift.pack === pack);
}
