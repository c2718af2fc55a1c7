import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readReport } from '../report/index.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { assay, startAssay, workingDirectory } from './test-support/assay.ts';

test.each([
  [['run', 'corpsu'], 'Did you mean "corpus"?'],
  [['run', '--gerp', 'x'], '--grep'],
  [['rnu'], 'Did you mean run?'],
  [['run', '--revision', 'R2'], 'Use R1 (2026-04-30), R3 (2026-06-06) or a day between them'],
  [['run', '--mode', 'vm'], 'process, compose'],
  [['run', '--shard', '4/3'], '--shard 2/3'],
  [['run', '--seed', 'lucky'], '--seed lucky is not a whole number'],
  [['run', '-g', '('], 'is no regular expression'],
  [['run', '--mutant', 'M999'], 'There is no mutant "M999"'],
  [['run', '--mutant', 'M108', 'M109'], 'A run carries one mutant'],
  [['run', '--subject', 'nowhere.yaml'], 'nowhere.yaml'],
  [['run', '--world', 'w-none'], 'There is no world w-none'],
  [['explain', 'hg-content-strnig'], 'Did you mean "hg-content-string"?'],
  [['explain', 'E.99'], 'Did you mean one of E.1, E.2, E.3, E.4, E.5?'],
  [['explain', 'Z.1'], 'Take one of these clauses.'],
  [['explain', 'hasBuildInf'], 'Did you mean "hasBuildInfo"?'],
  [['explain'], 'explain A.4, or node '],
  [['explain', '--between', 'R1', '2026-06-07'], '2026-06-07" lies after R3 (2026-06-06)'],
  [['replay', 'missing.ndjson', '--url', 'http://127.0.0.1:9'], 'missing.ndjson does not exist'],
  [['replay', 'v03-text'], '--url'],
  [['run', '--out', '/proc/assay'], 'The run directory /proc/assay cannot be made (ENOENT)'],
  [['down'], 'needs the id of a world'],
  [['corpus', 'check', 'nowhere'], 'nowhere'],
  [['report', 'merge', 'nowhere'], 'nowhere is no run directory: it holds no events.ndjson'],
  [['report', 'merge'], "missing required argument 'run'"],
])('assay %j is refused with exit 3 and says what was meant', async (args, hint) => {
  await using directory = await workingDirectory();
  const { exitCode, stdout, stderr } = await assay(directory.path, ...args);
  expect(stderr).toContain(hint);
  expect(stdout).toBe('');
  expect(exitCode).toBe(3);
});

test('an unknown key in assay.config.yaml is refused with file, key and nearest key', async () => {
  await using directory = await workingDirectory();
  await writeFile(join(directory.path, 'assay.config.yaml'), 'subjcet: mine.yaml\n');
  const { exitCode, stderr } = await assay(directory.path, 'run', '--list');
  expect(stderr).toContain(`${directory.path}/assay.config.yaml: unknown key "subjcet"`);
  expect(stderr).toContain('Did you mean "subject"?');
  expect(exitCode).toBe(3);
});

test('a selection that matches no case is exit 2, and no report of an earlier run is left to look green', async () => {
  await using directory = await workingDirectory();
  const { exitCode, stdout } = await assay(directory.path, 'run', '-g', 'no-such-case');
  expect(stdout).toContain('No case is left to execute');
  expect(exitCode).toBe(2);
  const report = await readReport(join(directory.path, 'assay-report/report.json'));
  expect(report).toMatchObject({ exitCode: 2, totals: { planned: 0 } });
});

test.each([
  ['that no case matches', ['-g', 'no-such-case']],
  ['after a run in which all was green', ['--last-failed']],
])('a list %s is exit 2, as the run would be', async (_which, words) => {
  await using directory = await workingDirectory();
  expect((await assay(directory.path, 'run', 'drift-enum')).exitCode).toBe(0);
  const listed = await assay(directory.path, 'run', 'drift-enum', '--list', ...words);
  const ran = await assay(directory.path, 'run', 'drift-enum', ...words);
  expect(listed.stdout).toBe('0 cases, 0 not applicable');
  expect(listed.stderr).toContain('No case is left to execute');
  expect([listed.exitCode, ran.exitCode]).toEqual([2, 2]);
});

test('a run directory that holds foreign files is refused and left as it was', async () => {
  await using directory = await workingDirectory();
  await writeFile(join(directory.path, 'thesis.txt'), 'mine');
  const { exitCode, stderr } = await assay(
    directory.path,
    'run',
    '-g',
    '^corpus/v03-text@strict$',
    '--out',
    '.',
  );
  expect(stderr).toContain('thesis.txt');
  expect(exitCode).toBe(3);
});

test('shards deal out all cases, each to one shard', async () => {
  await using directory = await workingDirectory();
  const list = async (...args: readonly string[]) => {
    const { stdout } = await assay(directory.path, 'run', '--list', '--json', ...args);
    return JSON.parse(stdout).cases.map(({ id }: { id: string }) => id) as readonly string[];
  };
  const [whole, ...shards] = await Promise.all([list(), list('--shard', '1/2'), list('--shard', '2/2')]);
  expect(shards.flat().toSorted()).toEqual(whole?.toSorted());
  expect(whole?.length).toBeGreaterThan(100);
});

test('explain shows a clause, a fault, and a case with its killers', async () => {
  await using directory = await workingDirectory();
  const clause = await assay(directory.path, 'explain', 'a.4');
  expect(clause.stdout).toContain('A.4 Normalisation');
  expect(clause.stdout).toMatch(/\d+ cases check it:\n {2}corpus\/\S+ @/);
  expect(clause.stdout).toMatch(/\d+ faults break it:\n {2}M108: /);
  const fault = await assay(directory.path, 'explain', 'm108');
  expect(fault.stdout).toMatch(/^M108: v0\.2 string content is forwarded raw\n/);
  expect(fault.stdout).toMatch(
    /planted +in the platform, at platform\.\w+\n {2}kills +corpus\/\S+ by A\.\d+: \//,
  );
  expect(fault.stdout).toContain('run corpus --mutant M108');
  const entry = await assay(directory.path, 'explain', 'corpus/hg-content-string@strict');
  expect(entry.stdout).toContain('@strict R3');
  expect(entry.stdout).toContain('killed by M108');
});

test('init writes files that run understands, and never over existing ones', async () => {
  await using directory = await workingDirectory();
  expect((await assay(directory.path, 'init')).exitCode).toBe(0);
  const again = await assay(directory.path, 'init');
  expect(again.exitCode).toBe(3);
  expect(again.stderr).toContain('nothing was written');
  const listed = await assay(directory.path, 'run', '--list');
  expect(listed.exitCode).toBe(0);
  expect(listed.stdout).toContain('would say nothing about my-platform');
});

test('doctor answers as one JSON document', async () => {
  await using directory = await workingDirectory();
  const { stdout } = await assay(directory.path, 'doctor', '--json');
  const names = JSON.parse(stdout).checks.map(({ name }: { name: string }) => name);
  expect(names).toContain('postgres');
});

test('two runs never share a run directory', async () => {
  await using directory = await workingDirectory();
  const first = startAssay(directory.path, 'run', '-g', 'v03');
  const events = join(directory.path, 'assay-report/events.ndjson');
  const begun = await poll(() => (existsSync(events) ? true : undefined), deadlineIn(60_000), 20);
  const second = await assay(directory.path, 'run', '-g', 'v03-text@');
  expect(begun).toBe(true);
  expect(second.stderr).toContain('Another run');
  expect(second.exitCode).toBe(3);
  expect((await first).exitCode).toBe(0);
});

test('a baseline that cannot be used is refused before anything boots', async () => {
  await using directory = await workingDirectory();
  const baseline = join(directory.path, 'known.yaml');
  await writeFile(baseline, 'formatVersion: 1\nsubject: somebody-else\nentries: []\n');
  const subject = { kind: 'reference', name: 'ours', revision: 'R3', capabilities: [], baseline };
  await writeFile(join(directory.path, 'subject.yaml'), JSON.stringify(subject));
  const { exitCode, stderr } = await assay(directory.path, 'run', '--subject', 'subject.yaml');
  expect(stderr).toContain('somebody-else');
  expect(exitCode).toBe(3);
  expect(existsSync(join(directory.path, 'assay-report'))).toBe(false);
});
