import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkArchitecture } from './check-architecture.ts';

const RULES = `version: 1
name: example
tree: { include: ['**'] }
rules:
  - id: apart
    reason: These two must not meet.
    forbidden: { from: [a/], to: [b/] }
    proof:
      good: [{ a/x.ts: "export {};\\n", b/y.ts: "export {};\\n" }]
      bad: [{ change: { a/x.ts: "import '../b/y.ts';\\n" }, at: ['a/x.ts:1'] }]
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-architecture-'));
  await write('rules.yaml', RULES);
  await write('tree/a/x.ts', 'export {};\n');
  await write('tree/b/y.ts', 'export {};\n');
});

afterEach(() => rm(folder, { recursive: true }));

describe('a report', () => {
  test('passes a clean tree and counts what was looked at', async () => {
    expect(await check()).toMatchObject({
      kind: 'architecture',
      name: 'example',
      verdict: 'passed',
      reasons: [],
      rules: [{ id: 'apart', kind: 'forbidden', verdict: 'passed', findings: 0 }],
      counts: { files: 2, imports: 0 },
    });
  });

  test('gives rule, place, statement, value and the written reason of a finding', async () => {
    await write('tree/a/x.ts', "\nexport {\n  z,\n} from '../b/y';\n");
    const { verdict, findings } = await check();
    expect(verdict).toBe('failed');
    expect(findings).toEqual([
      {
        rule: 'apart',
        severity: 'error',
        file: 'a/x.ts',
        line: 4,
        column: 8,
        endColumn: 16,
        statement: "export { z, } from '../b/y';",
        value: 'b/y.ts',
        message: 'a/x.ts must not import b/y.ts.',
        reason: 'These two must not meet.',
      },
    ]);
  });

  test.each([
    ['a/z.ts', 'failed', ['a/z.ts']],
    ['b/y.ts', 'passed', []],
  ])(
    'holds only what is found in changed files, such as %s, and says how many these are',
    async (changed, verdict, files) => {
      await write('tree/a/x.ts', "import '../b/y';\n");
      await write('tree/a/z.ts', "import '../b/y';\n");
      const report = await checkArchitecture(join(folder, 'rules.yaml'), join(folder, 'tree'), {
        changed: { since: 'HEAD~1', files: new Set([changed]) },
      });
      expect(report.findings.map(({ file }) => file)).toEqual(files);
      expect(report.verdict).toBe(verdict);
      expect(report.scope).toMatchObject({ since: 'HEAD~1', files: [changed] });
      expect(report.scope?.ofFiles).toBeGreaterThan(2);
    },
  );
});

describe('exceptions', () => {
  const exception = `    exceptions:
      - { file: a/old.ts, value: b/y.ts, reason: It goes away with the old door. }
`;

  test('take a finding off, and count it', async () => {
    await write('rules.yaml', RULES + exception);
    await write('tree/a/old.ts', "import '../b/y';\n");
    expect(await check()).toMatchObject({ verdict: 'passed', rules: [{ excepted: 1 }] });
  });

  test('fail at their own line once they no longer apply', async () => {
    await write('rules.yaml', RULES + exception);
    const { verdict, findings } = await check();
    expect(verdict).toBe('failed');
    expect(findings).toMatchObject([
      { file: join(folder, 'rules.yaml'), line: 12, value: 'a/old.ts b/y.ts' },
    ]);
  });

  test('do not cover another target or file', async () => {
    await write('rules.yaml', RULES + exception);
    await write('tree/a/new.ts', "import '../b/y';\n");
    await write('tree/a/old.ts', "import '../b/y';\nimport '../b/z';\n");
    expect((await check()).findings.map(({ file, value }) => `${file} ${value}`)).toEqual([
      'a/new.ts b/y.ts',
      'a/old.ts b/z',
    ]);
  });
});

describe('a rule that looks at nothing', () => {
  test('fails at its own line when other rules look at something', async () => {
    const second = RULES.slice(RULES.indexOf('  - id'))
      .replace('id: apart', 'id: other')
      .replace('from: [a/]', 'from: [q/]');
    await write('rules.yaml', RULES + second.replaceAll('a/x.ts', 'q/x.ts'));
    const { verdict, findings } = await check();
    expect(verdict).toBe('failed');
    expect(findings).toMatchObject([{ rule: 'other', line: 11, value: 'from: no file matches ‘q/’' }]);
  });

  test('passes with a written reason', async () => {
    const second = RULES.slice(RULES.indexOf('  - id'))
      .replace('id: apart', 'id: other')
      .replace('from: [a/]', 'from: [q/]');
    const allowed = second
      .replaceAll('a/x.ts', 'q/x.ts')
      .replace('    forbidden', '    allowEmpty: It comes next week.\n    forbidden');
    await write('rules.yaml', RULES + allowed);
    expect((await check()).verdict).toBe('passed');
  });

  test('fails with a written reason all the same when its files are there and what they give differs', async () => {
    const names = `  - id: names
    reason: Both sides know the same names.
    allowEmpty: The list comes next week.
    names: { left: { files: [a/names.ts], list: NAMES }, right: { values: [one, two] } }
    proof:
      good: [{ a/names.ts: "export const NAMES = ['one', 'two'];" }]
      bad: [{ change: { a/names.ts: "export const NAMES = ['one'];" }, at: ['a/names.ts:1'] }]
`;
    await write('rules.yaml', RULES + names);
    expect((await check()).verdict).toBe('passed');
    await write('tree/a/names.ts', 'export const NAMES = [];\n');
    const { verdict, findings } = await check();
    expect(verdict).toBe('failed');
    expect(findings.map(({ file, value }) => `${file} ${value}`)).toEqual([
      'a/names.ts one',
      'a/names.ts two',
    ]);
  });

  test('makes the check inconclusive when no rule looks at anything', async () => {
    await rm(join(folder, 'tree/a'), { recursive: true });
    const { verdict, findings, reasons } = await check();
    expect({ verdict, findings }).toEqual({ verdict: 'inconclusive', findings: [] });
    expect(reasons).toEqual(['No rule matched anything in the tree: apart (from: no file matches ‘a/’).']);
  });
});

describe('a broken tree', () => {
  test('is inconclusive when it is empty', async () => {
    await rm(join(folder, 'tree'), { recursive: true });
    await mkdir(join(folder, 'tree'));
    expect(await check()).toMatchObject({ verdict: 'inconclusive', findings: [], rules: [] });
  });

  test('is a usage error when it is not there', async () => {
    await expect(
      checkArchitecture(join(folder, 'rules.yaml'), join(folder, 'nowhere')),
    ).rejects.toMatchObject({ exitCode: 3 });
    await expect(checkArchitecture(join(folder, 'rules.yaml'))).rejects.toMatchObject({
      code: 'DRIFT_TREE_MISSING',
    });
  });

  test('names every file that cannot be read or understood, and is inconclusive beyond the ceiling', async () => {
    await writeFile(join(folder, 'tree/a/latin.ts'), Buffer.from([0x2f, 0x2f, 0xe9]));
    await write('tree/a/huge.ts', '//'.repeat(2_500_001));
    await write('tree/a/garbage.py', 'def f(:\n  ]]\n');
    await write('tree/a/cut.go', 'package a\n\nfunc f() {\n');
    await write('tree/a/head.go', 'import "fmt"\n');
    await symlink('loop.ts', join(folder, 'tree/a/loop.ts'));
    await symlink('..', join(folder, 'tree/a/up'));
    await symlink('/etc/hostname', join(folder, 'tree/a/away.ts'));
    await symlink('x.ts', join(folder, 'tree/a/same.ts'));
    const { verdict, unread, reasons } = await check();
    expect(verdict).toBe('inconclusive');
    expect(Object.fromEntries(unread.map(({ path, problem }) => [path, problem]))).toEqual({
      'a/latin.ts': 'not-utf8',
      'a/huge.ts': 'too-large',
      'a/garbage.py': 'unparsable',
      'a/cut.go': 'unparsable',
      'a/head.go': 'unparsable',
      'a/loop.ts': 'unreadable',
      'a/away.ts': 'unreadable',
    });
    expect(reasons).toEqual([expect.stringMatching(/^7 files could not be read, 0 are allowed: /)]);
  });

  test('passes within a ceiling that the rules set', async () => {
    await write('rules.yaml', RULES.replace('rules:', 'limits: { unread: 1 }\nrules:'));
    await write('tree/a/garbage.ts', 'export const = ;;; {\n');
    expect(await check()).toMatchObject({ verdict: 'passed', unread: [{ path: 'a/garbage.ts' }] });
  });
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
}

function check() {
  return checkArchitecture(join(folder, 'rules.yaml'), join(folder, 'tree'));
}
