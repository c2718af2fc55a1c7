import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkEnums } from './check-enums.ts';
import { allConstructs, copyTree, type TreeCopy } from './planting.ts';
import type { EnumDriftReport } from './report.ts';
import { loadEnumSettings } from './settings.ts';

const constructs = allConstructs();

// `assay prove drift-enum` plants each of them and finds it at its line alone.
describe('planted drifts', () => {
  let tree: TreeCopy;
  const check = (): Promise<EnumDriftReport> => checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`));
  beforeAll(() => {
    tree = copyTree('clean', constructs);
  });
  afterAll(() => tree[Symbol.dispose]());

  test('at least forty constructs are planted, each under a name of its own', () => {
    expect(new Set(constructs.map(({ id }) => id)).size).toBe(constructs.length);
    expect(constructs.length).toBeGreaterThanOrEqual(40);
  });

  test('what is planted stands once in the clean file of its construct', () => {
    const elsewhere = constructs.filter(({ clean, find }) => clean.split(find).length !== 2);
    expect(elsewhere.map(({ id }) => id)).toEqual([]);
  });

  test('the clean tree with every twin passes without a finding', async () => {
    const report = await check();
    expect(report.findings).toEqual([]);
    expect(report.unresolved).toEqual([]);
    expect(report.reasons).toEqual([]);
    expect(report.verdict).toBe('passed');
  });
});
