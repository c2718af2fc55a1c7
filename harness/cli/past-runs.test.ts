import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPORT_FILES } from '../report/index.ts';
import { deadlineIn, poll } from '../support/deadline.ts';
import { assay, startAssay, workingDirectory } from './test-support/assay.ts';

let directory: Awaited<ReturnType<typeof workingDirectory>>;
let out: string;
let original: string;

/** A run under a mutant with one red case; its directory is put back before each test. */
beforeAll(async () => {
  directory = await workingDirectory();
  out = join(directory.path, 'assay-report');
  original = join(directory.path, 'kept');
  const pair = '^corpus/(v03-text|hg-content-string)@0.3$';
  const { exitCode } = await assay(directory.path, 'run', 'corpus', '-g', pair, '--mutant', 'M108');
  expect(exitCode).toBe(1);
  cpSync(out, original, { recursive: true });
});
afterAll(() => directory[Symbol.asyncDispose]());

function putBack(): void {
  rmSync(out, { recursive: true, force: true });
  cpSync(original, out, { recursive: true });
}

function edit(file: string, from: string, to: string): void {
  const path = join(out, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

const again = (...words: readonly string[]) =>
  assay(directory.path, 'run', 'corpus', '--last-failed', '--list', ...words);

describe('--last-failed', () => {
  test('goes by the events where the run was killed before it had a report', async () => {
    putBack();
    for (const file of REPORT_FILES) rmSync(join(out, file));
    const { stdout, exitCode } = await again('--mutant', 'M108');
    expect(stdout).toContain('corpus/hg-content-string@0.3');
    expect(stdout).toContain('1 cases');
    expect(exitCode).toBe(0);
  });

  test.each<[string, () => void, readonly string[], string]>([
    ['another mutant', putBack, [], 'is of another mutant: M108, and this run has none'],
    ['another revision', putBack, ['--mutant', 'M108', '--revision', 'R1'], 'is of another revision: R3'],
    [
      'another subject',
      () => {
        putBack();
        const subject = { kind: 'reference', name: 'theirs', revision: 'R3', capabilities: [] };
        writeFileSync(join(directory.path, 'theirs.yaml'), JSON.stringify(subject));
      },
      ['--mutant', 'M108', '--subject', 'theirs.yaml'],
      'is of another subject: reference (reference), and this run has theirs (reference)',
    ],
    [
      'an edited report',
      () => {
        putBack();
        edit('report.json', '"verdict": "failed"', '"verdict": "passed"');
      },
      ['--mutant', 'M108'],
      'was edited, or made by another state of Assay: report.json is not what events.ndjson tells',
    ],
    [
      'edited events',
      () => {
        putBack();
        rmSync(join(out, 'report.json'));
        edit('events.ndjson', '"verdict":"failed"', '"verdict":"passed"');
      },
      ['--mutant', 'M108'],
      'was edited: events.ndjson is not what the run has sealed',
    ],
    [
      'a killed run of another clone',
      () => {
        putBack();
        rmSync(join(out, 'report.json'));
        unsealed();
        edit('events.ndjson', '"clone":"', '"clone":"f');
      },
      ['--mutant', 'M108'],
      'is of another clone',
    ],
    [
      'a case that is no more',
      () => {
        putBack();
        rmSync(join(out, 'report.json'));
        unsealed();
        const file = join(out, 'events.ndjson');
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll('hg-content-string@', 'hg-gone@'));
      },
      ['--mutant', 'M108'],
      'is of another corpus: there is no case corpus/hg-gone@0.3 now',
    ],
    [
      'no run at all',
      () => {
        rmSync(out, { recursive: true, force: true });
        mkdirSync(out);
        copyFileSync(join(original, 'report.json'), join(out, 'report.json'));
      },
      ['--mutant', 'M108'],
      'holds no events.ndjson',
    ],
  ])('refuses %s, with exit 3', async (_what, prepare, words, hint) => {
    prepare();
    const { exitCode, stdout, stderr } = await again(...words);
    expect(stderr).toContain(hint);
    expect(stdout).toBe('');
    expect(exitCode).toBe(3);
  });
});

describe('assay report rebuild', () => {
  test('makes every report again, the same to the byte', async () => {
    putBack();
    for (const file of REPORT_FILES) rmSync(join(out, file));
    const { stdout, exitCode } = await assay(directory.path, 'report', 'rebuild', 'assay-report');
    expect(stdout).toContain('✗ corpus/hg-content-string@0.3');
    expect(exitCode).toBe(1);
    for (const file of REPORT_FILES)
      expect(readFileSync(join(out, file), 'utf8'), file).toBe(readFileSync(join(original, file), 'utf8'));
  });

  test('makes one of a run that was killed, which is not green', async () => {
    const killed = join(directory.path, 'killed');
    const events = join(killed, 'events.ndjson');
    const started = startAssay(directory.path, 'run', 'corpus', '--out', 'killed');
    const begun = () =>
      (existsSync(events) && readFileSync(events, 'utf8').includes('case.finished')) || undefined;
    expect(await poll(begun, deadlineIn(60_000), 20)).toBe(true);
    started.kill('SIGKILL');
    await started;
    const { stdout, exitCode } = await assay(directory.path, 'report', 'rebuild', 'killed', '--json');
    const report = JSON.parse(stdout);
    expect(report.reasons).toContain('The run was cut off: its last event is missing.');
    expect(report.totals.passed).toBeGreaterThan(0);
    expect(exitCode).toBe(2);
    for (const file of REPORT_FILES) expect(existsSync(join(killed, file)), file).toBe(true);
  });

  test('refuses events that were edited, and a folder without any', async () => {
    putBack();
    edit('events.ndjson', '"verdict":"failed"', '"verdict":"passed"');
    const edited = await assay(directory.path, 'report', 'rebuild', 'assay-report');
    expect(edited.stderr).toContain('its seal is broken');
    expect(edited.exitCode).toBe(2);
    const nothing = await assay(directory.path, 'report', 'rebuild', '.');
    expect(nothing.stderr).toContain('is no run directory');
    expect(nothing.exitCode).toBe(3);
  });
});

/** As a run leaves it that was killed at its very end. */
function unsealed(): void {
  const file = join(out, 'events.ndjson');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.includes('run.sealed'));
  writeFileSync(file, `${lines.join('\n')}\n`);
}
