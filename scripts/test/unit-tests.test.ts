import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../../harness/support/paths.ts';
import { closingLines, exitCodeOf, type Tally } from './tally.ts';
import { type FileResult, tallyOf, vitestInto } from './unit-tests.ts';

const TESTS = `
test('passes', () => undefined);
test("fails (it's $HOME, or \`so\`?)", () => { throw new Error('on purpose'); });
test('fails', () => { throw new Error('on purpose'); });
test.skip('is skipped in silence', () => undefined);
test.skip('needs an engine (inconclusive without one)', () => undefined);
`;

let folder: string;
let results: readonly FileResult[];
let printed: string;
let tally: Tally;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-unit-'));
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'some.test.ts'), TESTS);
  writeFileSync(join(folder, 'unloadable.test.ts'), "import './nowhere.ts';\n");
  const file = join(folder, 'unit.json');
  const { args, env } = vitestInto(file, false);
  const { stdout, stderr, exitCode } = await vitest(args, env);
  expect(exitCode).toBe(1);
  printed = stdout + stderr;
  results = JSON.parse(readFileSync(file, 'utf8')).testResults;
  tally = tallyOf(results);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what passed and failed is counted, with a test that was skipped in silence and a file that could not be loaded', () => {
  expect(tally).toMatchObject({ passed: 1, failed: 4 });
  expect(tally.names.map((line) => line.split('.test.ts')[1])).toEqual([
    expect.stringContaining('nowhere.ts'),
    expect.stringContaining("-t '^fails \\(it"),
    " -t '^fails$'",
    " -t '^is skipped in silence$'",
  ]);
  expect(exitCodeOf([tally])).toBe(1);
});

test('a test that says in its name that it could not be tried is named and counted nowhere', () => {
  expect(tally.inconclusive).toEqual(['needs an engine (inconclusive without one)']);
  const silent = { status: 'pending', fullName: 'skipped' };
  const file = { name: 'a.test.ts', status: 'passed', message: '', assertionResults: [silent] };
  expect(
    exitCodeOf([tallyOf([{ ...file, assertionResults: [{ ...silent, status: 'passed' }, silent] }])]),
  ).toBe(1);
});

test('the line for a test runs that test and no other, whatever stands in its name', async () => {
  const line = tally.names[1] ?? '';
  const words = line.replace(/^npx vitest run \S+/, 'node_modules/.bin/vitest run --globals some.test.ts');
  const { stdout } = await execa('sh', ['-c', words], {
    cwd: folder,
    reject: false,
    env: { ...OWN, NO_COLOR: '1' },
  });
  expect(stdout).toMatch(/1 failed \| 4 skipped/);
});

test('no colours go where no terminal is', () => {
  expect(printed).toContain('on purpose');
  expect(printed).not.toContain('\u001b[');
});

test('the names come last, and the figures after them', () => {
  expect(closingLines(['unit'], [tally]).at(-1)).toBe('1 passed, 4 failed');
  expect(closingLines(['unit'], [tally]).at(-2)).toContain('is skipped in silence');
});

/** Of a process that is no worker of this one. */
const OWN = {
  VITEST: undefined,
  VITEST_POOL_ID: undefined,
  VITEST_WORKER_ID: undefined,
  NODE_ENV: '',
  NO_COLOR: undefined,
};

function vitest(args: readonly string[], env: Readonly<Record<string, string>>) {
  const program = inProject('node_modules/.bin/vitest');
  return execa(program, [...args, '--globals'], { cwd: folder, reject: false, env: { ...OWN, ...env } });
}
