import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkEnums } from './check-enums.ts';
import { FIXTURES } from './planting.ts';
import type { EnumDriftReport } from './report.ts';
import { parseEnumSettings } from './settings.ts';

interface Tree {
  readonly claim: string;
  readonly code?: readonly string[];
  readonly due: readonly string[];
  readonly open?: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

const { schema, trees }: { schema: string; trees: readonly Tree[] } = parse(
  readFileSync(`${FIXTURES}/trees.yaml`, 'utf8'),
);

describe('in a small tree', () => {
  test.each(trees)('$claim', async (tree) => {
    const { findings, unresolved, unread } = await checked(tree);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, line, rule, value }) => `${file}:${line} ${rule} ${value}`)).toEqual(tree.due);
    expect(unresolved.map(({ file, line, why }) => `${file}:${line} ${why}`)).toEqual(tree.open ?? []);
    expect(unread).toEqual([]);
  });
});

async function checked({ files, code = ['c/**'] }: Tree): Promise<EnumDriftReport> {
  const root = mkdtempSync(join(tmpdir(), 'assay-drift-'));
  try {
    for (const [path, text] of Object.entries({ ...firstMigration(files), ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const migrations = { folder: 'm' };
    const settings = { version: 1, name: 'tree', root: '.', migrations, code: { include: code } };
    return await checkEnums(parseEnumSettings(JSON.stringify(settings), root));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function firstMigration(files: Tree['files']): Tree['files'] {
  const isDeclared = Object.values(files).some((text) => /CREATE TYPE st\b/.test(text));
  return isDeclared ? {} : { 'm/1.sql': schema };
}
