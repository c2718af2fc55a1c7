import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEnums } from './check-enums.ts';
import { MAX_STEPS } from './code/budget.ts';
import { parseEnumSettings } from './settings.ts';

const SCHEMA = "CREATE TYPE st AS ENUM ('new','run');\nCREATE TABLE job (id int, st st);\n";
const STORE = `export class Store {
  put(pg: any, st: string) {
    return pg.query('UPDATE job SET st = $1', [st]);
  }
}
`;

test('a statement with more ways to it than it has steps is counted, and the others are judged', async () => {
  const calls = Array.from({ length: MAX_STEPS + 1 }, () => "put(pg, 'new');");
  const { errors, unresolved } = await checked({
    'c/put.ts':
      "export function put(pg: any, st: string) {\n  pg.query('UPDATE job SET st = $1', [st]);\n}\n",
    'c/crowd.ts': `import { put } from './put';\n${calls.join('\n')}\n`,
    'c/other.ts': 'export const other = (pg: any) => pg.query("UPDATE job SET st = \'bogus\'");\n',
  });
  expect(unresolved).toEqual(['c/put.ts:2 too many ways']);
  expect(errors).toEqual(['c/other.ts:1 bogus']);
});

test.each([
  ['few calls', 3, Array(3).fill('unclear receiver')],
  ['so many calls that they say nothing of it', 300, ['runtime value']],
])('of %s that may be meant for a method, each is counted or all as one', async (_what, count, due) => {
  const calls = Array.from({ length: count }, () => "given.put(pg, 'bogus');");
  const { errors, unresolved } = await checked({
    'c/store.ts': STORE,
    'c/crowd.ts': `declare const given: any, pg: any;\n${calls.join('\n')}\n`,
  });
  expect(errors).toEqual([]);
  expect(unresolved.map((line) => line.replace(/^\S+ /, ''))).toEqual(due);
});

async function checked(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'assay-crowds-'));
  try {
    for (const folder of ['m', 'c']) mkdirSync(join(root, folder));
    for (const [path, text] of Object.entries({ 'm/1.sql': SCHEMA, ...files }))
      writeFileSync(join(root, path), text);
    const settings = {
      ...{ version: 1, name: 'crowds', root: '.' },
      ...{ migrations: { folder: 'm' }, code: { include: ['c/**'] } },
    };
    const { findings, unresolved } = await checkEnums(parseEnumSettings(JSON.stringify(settings), root));
    const errors = findings.filter(({ severity }) => severity === 'error');
    return {
      errors: errors.map(({ file, line, value }) => `${file}:${line} ${value}`),
      unresolved: unresolved.map(({ file, line, why }) => `${file}:${line} ${why}`),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
