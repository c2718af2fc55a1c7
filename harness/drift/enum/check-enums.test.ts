import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { UsageError } from '../../support/errors.ts';
import { checkEnums } from './check-enums.ts';
import { constructsIn, copyTree, FIXTURES, type TreeCopy } from './planting.ts';
import { loadEnumSettings, parseEnumSettings } from './settings.ts';
import { tablesMarkdown } from './tables.ts';

const constructs = constructsIn('constructs.yaml');
const check = (tree: TreeCopy) => checkEnums(loadEnumSettings(`${tree.root}/enum.yaml`));

test('the historical tree gives its eight sites and nothing else', async () => {
  const expected = parse(readFileSync(`${FIXTURES}/historical/expected.yaml`, 'utf8'));
  const { findings, verdict } = await checkEnums(loadEnumSettings(`${FIXTURES}/historical/enum.yaml`));
  expect(findings.map(({ file, line, value }) => ({ file, line, value }))).toEqual(expected);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['enum/undeclared']));
  expect(verdict).toBe('failed');
});

test('adding the two values makes the historical tree pass', async () => {
  using tree = copyTree('historical');
  tree.write(
    'migrations/046_awaiting_agent.up.sql',
    `ALTER TYPE workspace_status ADD VALUE IF NOT EXISTS 'awaiting_agent';
     ALTER TYPE workspace_status ADD VALUE IF NOT EXISTS 'hibernating';`,
  );
  expect(await check(tree)).toMatchObject({ findings: [], verdict: 'passed' });
});

test('the cast that the liveness statement of old lacked is a typing fault', async () => {
  using tree = copyTree('historical');
  const path = 'internal/registry/liveness.go';
  const text = readFileSync(`${tree.root}/${path}`, 'utf8');
  tree.write(path, text.replace('::workspace_status', '').replace('awaiting_agent', 'offline'));
  const { findings } = await check(tree);
  const typing = findings.filter(({ rule }) => rule === 'enum/typing');
  expect(typing).toMatchObject([{ file: path, line: 12, value: 'workspace_status' }]);
  expect(typing[0]?.message).toContain('column is of type workspace_status but expression is of type text');
});

describe('nothing is green by absence', () => {
  test.each([
    [
      'no migration matches',
      (tree: TreeCopy) => rewrite(tree, 'folder: migrations', "folder: migrations, include: ['*.ddl.sql']"),
      /No migration matches \*\.ddl\.sql in migrations\. .*leaves out \d+ \.sql files: \d+/,
    ],
    [
      'no code matches',
      (tree: TreeCopy) => rewrite(tree, "'internal/**/*.go'", "'src/**/*.go'"),
      /No code file matches/,
    ],
    ['no statement touches an enum', (tree: TreeCopy) => onlyProse(tree), /No statement in the code/],
    [
      'a named enum is not declared',
      (tree: TreeCopy) => rewrite(tree, 'root: .', 'root: .\nenums: [{ type: workspace_state }]'),
      /declares an enum workspace_state/,
    ],
    [
      'a carrier does not exist',
      (tree: TreeCopy) =>
        rewrite(
          tree,
          'root: .',
          'root: .\nenums: [{ type: workspace_status, carriers: [workspaces.state] }]',
        ),
      /creates the column workspaces.state/,
    ],
    [
      'a constant list is not there',
      (tree: TreeCopy) =>
        rewrite(
          tree,
          'root: .',
          'root: .\nenums: [{ type: workspace_status, constants: [{ name: AllStates }] }]',
        ),
      /declares the constants AllStates/,
    ],
  ])('%s: inconclusive', async (_, change, reason) => {
    using tree = fixedHistory();
    change(tree);
    const report = await check(tree);
    expect(report.verdict).toBe('inconclusive');
    expect(report.reasons.join('\n')).toMatch(reason);
  });

  test('an empty tree and a tree of garbage are inconclusive', async () => {
    using tree = fixedHistory();
    onlyProse(tree);
    tree.write('internal/garbage.go', '\u0001 status workspaces } } select { ` "');
    expect((await check(tree)).verdict).toBe('inconclusive');
  });
});

describe('bad input', () => {
  test('a migration with a syntax error is named with its place, and nothing is judged', async () => {
    using tree = fixedHistory();
    tree.write('migrations/047_wrong.up.sql', "-- é\nALTER TYPE workspace_status\n  ADD VALU 'x';\n");
    const report = await check(tree);
    expect(report.verdict).toBe('inconclusive');
    expect(report.reasons).toEqual(['migrations/047_wrong.up.sql:3:7: syntax error at or near "VALU"']);
    expect(report.findings).toEqual([]);
  });

  test('files that are no UTF-8, too large or not parsable are counted and named', async () => {
    using tree = fixedHistory();
    writeFileSync(`${tree.root}/internal/latin.go`, Buffer.from([0x70, 0xe9, 0x0a]));
    writeFileSync(`${tree.root}/internal/big.go`, `package big\n${'// x\n'.repeat(1_100_000)}`);
    tree.write(
      'internal/broken.go',
      "package broken\nfunc { db.Exec(`SELECT 1 FROM workspaces WHERE status = 'online'`) ]",
    );
    const report = await check(tree);
    expect(report.unread.map(({ path, problem }) => `${path} ${problem}`).sort()).toEqual([
      'internal/big.go too-large',
      'internal/broken.go unparsable',
      'internal/latin.go not-utf8',
    ]);
    expect(report.verdict).toBe('inconclusive');
    rewrite(tree, 'root: .', 'root: .\nlimits: { unread: 3 }');
    expect((await check(tree)).verdict).toBe('passed');
  });

  test('circular links are walked past', async () => {
    using tree = fixedHistory();
    symlinkSync('..', `${tree.root}/internal/loop`);
    mkdirSync(`${tree.root}/internal/deep`);
    symlinkSync(tree.root, `${tree.root}/internal/deep/root`);
    expect((await check(tree)).verdict).toBe('passed');
  });

  test.each([
    ['migrations', 'folder: migrations', 'folder: migration'],
    ['root', 'root: .', 'root: ./nowhere'],
  ])('a missing %s folder is a usage error', async (name, from, to) => {
    using tree = fixedHistory();
    rewrite(tree, from, to);
    await expect(check(tree)).rejects.toThrow(UsageError);
    await expect(check(tree)).rejects.toThrow(`The ${name} folder`);
  });

  test('an unknown key is refused with the nearest name', () => {
    const yaml = 'version: 1\nname: x\nroot: .\nmigrations: { foldr: m }\ncode: { include: [a] }\n';
    expect(() => parseEnumSettings(yaml, '/x')).toThrow(
      expect.objectContaining({
        exitCode: 3,
        details: expect.arrayContaining(['migrations: unknown key ‘foldr’, did you mean ‘folder’?']),
      }),
    );
  });
});

describe('what cannot be resolved', () => {
  const dynamic =
    'package dyn\n\nfunc run(db *DB, r *Request) { db.Exec(`UPDATE workspaces SET status = $1`, r.FormValue("s")) }\n';

  test('is counted against the limit and named with its place', async () => {
    using tree = fixedHistory();
    tree.write('internal/dyn.go', dynamic);
    const report = await check(tree);
    expect(report.unresolved).toMatchObject([{ file: 'internal/dyn.go', line: 3, why: 'runtime value' }]);
    expect(report.verdict).toBe('inconclusive');
    rewrite(tree, 'root: .', 'root: .\nlimits: { unresolved: 1 }');
    expect((await check(tree)).verdict).toBe('passed');
  });

  test('a statement that looks like SQL and cannot be read counts too, prose does not', async () => {
    using tree = fixedHistory();
    tree.write(
      'internal/odd.go',
      'package odd\n\nfunc f() {\n\tdb.Exec("UPDATE workspaces SET status = WHERE")\n\tlog("Update workspaces status when idle")\n}\n',
    );
    const report = await check(tree);
    expect(report.unresolved).toMatchObject([
      { file: 'internal/odd.go', line: 4, why: 'unreadable statement' },
    ]);
  });
});

test('only changed files are judged when asked, with names still looked up everywhere', async () => {
  using tree = copyTree('clean', constructs);
  const settings = loadEnumSettings(`${tree.root}/enum.yaml`);
  tree.write('canvas/lib/gone.ts', "export const GONE = 'vanished';\n");
  const path = 'internal/base/states.go';
  tree.write(path, readFileSync(`${tree.root}/${path}`, 'utf8').replace("'offline', ", "'of-line', "));
  const since = (...files: readonly string[]) => ({ changed: { since: 'HEAD', files: new Set(files) } });
  const untouched = await checkEnums(settings, since('internal/models/status.go', 'README.md'));
  expect(untouched).toMatchObject({
    ...{ verdict: 'passed', findings: [] },
    scope: { since: 'HEAD', files: ['internal/models/status.go'] },
  });
  expect(untouched.scope?.ofFiles).toBeGreaterThan(1);
  const touched = await checkEnums(settings, since('canvas/lib/limits.ts'));
  expect(touched.findings).toMatchObject([{ file: 'canvas/lib/gone.ts', line: 1, value: 'vanished' }]);
});

test('a text column that the settings name as carrier is judged by its values alone', async () => {
  using tree = fixedHistory();
  tree.write('migrations/050_mirror.up.sql', 'CREATE TABLE mirror (id INT, state TEXT);');
  tree.write(
    'internal/mirror.go',
    "package m\n\nfunc f() { db.Exec(`UPDATE mirror SET state = CASE WHEN true THEN 'online' ELSE 'ofline' END`) }\n",
  );
  rewrite(tree, 'root: .', 'root: .\nenums: [{ type: workspace_status, carriers: [mirror.state] }]');
  expect((await check(tree)).findings).toMatchObject([
    { rule: 'enum/undeclared', file: 'internal/mirror.go', value: 'ofline' },
  ]);
});

test('the table of an enum sets its values side by side and marks what differs', async () => {
  const report = await checkEnums(loadEnumSettings(`${FIXTURES}/historical/enum.yaml`));
  const markdown = tablesMarkdown(report.tables);
  expect(markdown).toContain('### workspace_status\n\nCarried by `workspaces.status`.');
  expect(markdown).toContain('| `online` | yes | 1 written, 3 compared | – | – | – |');
  expect(markdown).toContain('| `awaiting_agent` | **no** | 4 written, 1 compared | – | – | – |');
});

function rewrite(tree: TreeCopy, from: string, to: string): void {
  const path = `${tree.root}/enum.yaml`;
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

function onlyProse(tree: TreeCopy): void {
  rewrite(tree, "'internal/**/*.go'", "'prose/**'");
  tree.write('prose/a.go', 'package prose\n\nconst text = "update the workspaces status by hand"\n');
}

/** The historical tree after its fault was mended. */
function fixedHistory(): TreeCopy {
  const tree = copyTree('historical');
  tree.write(
    'migrations/046_awaiting_agent.up.sql',
    "ALTER TYPE workspace_status ADD VALUE 'awaiting_agent';\nALTER TYPE workspace_status ADD VALUE 'hibernating';\n",
  );
  return tree;
}
