import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkEnums } from './check-enums.ts';
import { allConstructs, copyTree, placeOfConstruct, type TreeCopy } from './planting.ts';
import type { EnumDriftReport } from './report.ts';
import { loadEnumSettings } from './settings.ts';

const constructs = allConstructs();

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

  test('the clean tree with every twin passes without a finding', async () => {
    const report = await check();
    expect(report.findings).toEqual([]);
    expect(report.unresolved).toEqual([]);
    expect(report.reasons).toEqual([]);
    expect(report.verdict).toBe('passed');
  });

  test.each(constructs)('$id: $construct', async (construct) => {
    expect(construct.clean.split(construct.find)).toHaveLength(2);
    tree.write(
      construct.file,
      construct.clean.replace(construct.find, () => construct.plant),
    );
    try {
      const report = await check();
      expect(report.findings.map(({ rule, file, line }) => ({ rule, file, line }))).toEqual([
        placeOfConstruct(tree.root, construct),
      ]);
      expect(report.verdict).toBe('failed');
    } finally {
      tree.write(construct.file, construct.clean);
    }
  });

  test('after every restoration the tree passes again', async () => {
    expect((await check()).verdict).toBe('passed');
  });
});
