import { expect, test } from 'vitest';
import { checkEnums } from '../check-enums.ts';
import { copyTree } from '../planting.ts';
import { loadEnumSettings } from '../settings.ts';

test('a migration in code that puts its schema together at run time is named, and nothing is judged', async () => {
  using tree = copyTree('historical');
  tree.write(
    'migrations/047_more.ts',
    `export async function up(q: any) {\n  await q.query("ALTER TYPE workspace_status ADD VALUE '" + next + "'");\n}\n`,
  );
  const { findings, reasons, verdict } = await checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`));
  expect(verdict).toBe('inconclusive');
  expect(reasons).toEqual([expect.stringMatching(/^migrations\/047_more\.ts:2:17: .*at run time/)]);
  expect(findings).toEqual([]);
});

test('an empty migration changes nothing', async () => {
  using tree = copyTree('historical');
  const before = await checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`));
  tree.write('migrations/047_empty.up.sql', '');
  const after = await checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`));
  expect(after.findings).toEqual(before.findings);
  expect(after.verdict).toBe('failed');
});
