import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closureOf, importGraph } from './import-graph.ts';

const FILES: Readonly<Record<string, string>> = {
  'main.ts':
    "import { a } from './a/a.ts';\nimport type { T } from './types.ts';\nimport pino from 'pino';\nexport const t: T = a(pino);\n",
  'a/a.ts':
    "import table from '../table.json' with { type: 'json' };\nexport const a = (_x: unknown) => table;\n",
  'table.json': '[1]',
  'types.ts': 'export type T = unknown;\n',
  'later.ts': "export const later = () => import('./a/a.ts');\n",
  'broken.ts': 'export const ) = 1;\n',
};

let root: string;

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'assay-graph-')));
  for (const [file, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('imports are followed to code and data, not to types and packages', async () => {
  const graph = await importGraph(['main.ts'], root);
  expect([...closureOf(graph, ['main.ts'])]).toEqual(['main.ts', 'a/a.ts', 'table.json']);
});

test('an import that comes later counts, unless it is left out', async () => {
  const graph = await importGraph(['later.ts'], root);
  expect([...closureOf(graph, ['later.ts'])]).toContain('a/a.ts');
  expect([...closureOf(graph, ['later.ts'], (file) => file === 'a/a.ts')]).toEqual(['later.ts']);
});

test('a source that does not parse is named', async () => {
  await expect(importGraph(['broken.ts'], root)).rejects.toMatchObject({
    code: 'IMPORTS_UNKNOWN',
    exitCode: 2,
    details: expect.arrayContaining([expect.stringContaining('broken.ts:1')]),
  });
});
