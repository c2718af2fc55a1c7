import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inProject } from '../support/paths.ts';
import { buildReport } from './build.ts';
import type { RunEvent } from './event.ts';
import { REPORT_FILES, writeReportFiles } from './files.ts';
import type { Report } from './report.ts';
import { reportCheck } from './schemas.ts';
import { broken, ended, judged, sampleRun, stamped, started } from './testing.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'assay-report-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const NASTY = 'a\u0000\u0007\u001b[31mred\u001b[0m]]> <b>&"\'\ud800 \ufffe\n```\n|pipe| 😀\u2028 </testcase>';

/** Runs of every kind: green, red in every way, empty, interrupted, full of hostile text. */
const RUNS: Readonly<Record<string, readonly RunEvent[]>> = {
  green: sampleRun([judged('v03-a'), judged('v03-p', { policy: 'as-recorded' })]),
  red: sampleRun([
    judged('v03-a'),
    broken('v02-b'),
    judged('v03-c', { verdict: 'errored', reason: 'the inbox could not be read' }),
    judged('v03-d', { verdict: 'inconclusive', reason: 'the runtime is gone' }),
    judged('v03-e', { verdict: 'not-applicable', reason: 'no files' }),
  ]),
  empty: sampleRun([]),
  interrupted: sampleRun([judged('v03-a')], { more: [{ event: 'run.interrupted', signal: 'SIGINT' }] }),
  unplanned: stamped(started(), ended(1)),
  hostile: sampleRun([
    broken('hg-b', {
      title: NASTY,
      diff: NASTY,
      logLines: [NASTY],
      findings: [{ clause: 'A.4', expected: [NASTY], actual: NASTY }],
    }),
    judged('v03-c', { verdict: 'errored', reason: NASTY }),
  ]),
};

const read = (name: string) => readFileSync(join(directory, name), 'utf8');
const written = async (events: readonly RunEvent[]): Promise<Report> => {
  const report = buildReport(events);
  await writeReportFiles(directory, report);
  return report;
};

describe.each(Object.entries(RUNS))('the files of a run that is %s', (_name, events) => {
  test('are all there, readable by the owner alone, without leftovers', async () => {
    await written(events);
    expect(readdirSync(directory).toSorted()).toEqual([...REPORT_FILES].toSorted());
    for (const file of REPORT_FILES) expect(statSync(join(directory, file)).mode & 0o777).toBe(0o600);
  });

  test('satisfy their schemas', async () => {
    await written(events);
    expect(reportCheck()(JSON.parse(read('report.json')))).not.toHaveProperty('violations');
    const ajv = new Ajv2020();
    addFormats.default(ajv);
    const ctrf = ajv.compile(
      JSON.parse(readFileSync(inProject('harness/report/fixtures/ctrf.schema.json'), 'utf8')),
    );
    ctrf(JSON.parse(read('ctrf.json')));
    expect(ctrf.errors).toBeNull();
    expect(XMLValidator.validate(read('junit.xml'))).toBe(true);
  });

  test('agree on whether the run is green', async () => {
    const green = (await written(events)).exitCode === 0;
    const junit = suitesOf(read('junit.xml'));
    expect(Number(junit['@failures']) + Number(junit['@errors']) === 0).toBe(green);
    const { summary, tests } = JSON.parse(read('ctrf.json')).results;
    const unjudged = tests.filter((each: { rawStatus: string }) =>
      /^(errored|inconclusive)/.test(each.rawStatus),
    );
    expect(summary.failed + unjudged.length === 0).toBe(green);
    expect(read('summary.md').split('\n')[0]).toContain(green ? 'PASSED' : '');
  });
});

function suitesOf(xml: string) {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', isArray: isList });
  return parser.parse(xml).testsuites;
}

function isList(name: string): boolean {
  return name === 'testsuite' || name === 'testcase' || name === 'property';
}

describe('junit.xml', () => {
  test('files each verdict under its own heading', async () => {
    await written(RUNS.red ?? []);
    const cases = suitesOf(read('junit.xml')).testsuite[0].testcase;
    const heading = Object.fromEntries(
      cases.map((each: Record<string, unknown>) => [
        each['@name'],
        ['failure', 'error', 'skipped'].filter((name) => name in each).join(),
      ]),
    );
    expect(heading).toEqual({
      'corpus/v03-a': '',
      'corpus/v02-b': 'failure',
      'corpus/v03-c': 'error',
      'corpus/v03-d': 'error',
      'corpus/v03-e': 'skipped',
    });
  });

  test('counts what it holds', async () => {
    await written(RUNS.red ?? []);
    expect(suitesOf(read('junit.xml'))).toMatchObject({
      '@tests': '5',
      '@failures': '1',
      '@errors': '2',
      '@skipped': '1',
    });
  });

  test('tells policy as a property', async () => {
    await written(RUNS.green ?? []);
    const [, recorded] = suitesOf(read('junit.xml')).testsuite[0].testcase;
    expect(recorded.properties.property).toContainEqual({ '@name': 'policy', '@value': 'as-recorded' });
  });

  test('shows hostile text instead of breaking on it', async () => {
    await written(RUNS.hostile ?? []);
    const text = suitesOf(read('junit.xml')).testsuite[0].testcase[0].failure['#text'];
    expect(text).toContain('\\u{0}\\u{7}\\u{1b}[31mred');
    expect(text).toContain('\\u{d800}');
    expect(text).toContain('</testcase>');
  });

  test('reports a suite in which nothing ran as an error', async () => {
    await written(RUNS.empty ?? []);
    expect(suitesOf(read('junit.xml'))).toMatchObject({ '@errors': '2', '@tests': '2' });
  });
});

describe('ctrf.json', () => {
  test('counts policy and harness faults as neither passed nor failed', async () => {
    await written([...(RUNS.red ?? [])]);
    expect(JSON.parse(read('ctrf.json')).results.summary).toMatchObject({
      passed: 1,
      failed: 1,
      skipped: 1,
      other: 2,
    });
  });
});

describe('summary.md', () => {
  test('begins with the verdict and ends every failure with its repro line', async () => {
    await written(RUNS.red ?? []);
    const text = read('summary.md');
    expect(text.split('\n')[0]).toBe('# Assay judged reference (reference, R3, process mode): FAILED');
    expect(text.match(/Reproduce with:/g)).toHaveLength(3);
    expect(text).toContain("npx assay run corpus -g '^corpus/v02-b$' --seed 7");
    expect(text).toContain('| **corpus** | failed | 5 | 1 | 1 | 0 | 1 | 1 | 0 | 1 |');
    expect(text).toContain('| corpus · v0.2 |');
  });

  test('lets no foreign text out of its place', async () => {
    await written(RUNS.hostile ?? []);
    const text = read('summary.md');
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u0000');
    expect(text).toContain('````\n');
    expect(text).not.toMatch(/^.*Title.*<b>/m);
  });

  test('of hundreds of equal failures is short, and names all of them', async () => {
    const findings = (index: number) => [
      { clause: 'A.4', expected: ['the text'], actual: `lost "ASSAY-abcdefghijklmnop${index}"` },
    ];
    const diff = Array.from({ length: 200 }, (_, line) => `- line ${line}`).join('\n');
    const equal = Array.from({ length: 391 }, (_, index) =>
      broken(`v02-${index}`, {
        diff,
        logLines: Array(50).fill('{"msg":"served"}'),
        findings: findings(index),
      }),
    );
    await written(sampleRun(equal));
    const text = read('summary.md');
    expect(text.split('\n').length).toBeLessThan(200);
    expect(text).toContain('### failed `corpus/v02-0` and 390 more like it');
    for (const { id } of equal) expect(text).toContain(`\`${id}\``);
    expect(text.match(/Reproduce with:/g)).toHaveLength(1);
  });

  test('stays below what GitHub accepts, and says what it left out', async () => {
    const many = Array.from({ length: 6000 }, (_, index) =>
      broken(`v02-${index}`, {
        findings: [{ clause: `A.${index}`, expected: ['x'], actual: 'ä'.repeat(300) }],
      }),
    );
    await written(sampleRun(many));
    const text = read('summary.md');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(text).toMatch(/… \d+ more sections stand in report\.json\.\n$/);
  });
});

describe('writing', () => {
  test('replaces earlier files as a whole', async () => {
    writeFileSync(join(directory, 'report.json'), 'old');
    await written(RUNS.green ?? []);
    expect(JSON.parse(read('report.json')).verdict).toBe('passed');
  });

  test('touches no file when the report does not satisfy its schema', async () => {
    const report = { ...buildReport(RUNS.green ?? []), verdict: 'splendid' } as unknown as Report;
    await expect(writeReportFiles(directory, report)).rejects.toMatchObject({ code: 'REPORT_MALFORMED' });
    expect(readdirSync(directory)).toEqual([]);
  });

  test('names the file that it could not write and leaves no draft', async () => {
    await mkdir(join(directory, 'report.json', 'in-the-way'), { recursive: true });
    await expect(writeReportFiles(directory, buildReport(RUNS.green ?? []))).rejects.toThrow(
      `${directory}/report.json could not be written`,
    );
    chmodSync(directory, 0o700);
    expect(readdirSync(directory)).toEqual(['report.json']);
  });
});
