import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ATTESTATION_FILE, attest } from '../../attestation/file.ts';
import type { Report } from '../../report/report.ts';
import { type Forgery, forgery, type Scene } from './scene.ts';

const ALONE: Scene = { alone: true, policy: { log: 'optional' } };
const release = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = release.publicKey.export({ type: 'spki', format: 'pem' });
const signing = { policy: { signers: [{ name: 'release', key: String(pem) }] } };
const signed = (edit = (report: Report) => report, key = release.privateKey): Scene => ({
  ...signing,
  tamper: (directory) => attest(directory, edit(reportIn(directory)), key),
});
const edit = (name: string, change: (text: string) => string) => (directory: string) => {
  const file = join(directory, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};

/** Defects in the record itself. */
export const OF_RECORD: readonly Forgery[] = [
  forgery('log', 'the log is gone', { tamper: (directory) => rmSync(join(directory, 'events.ndjson')) }),
  forgery('log', 'a line of the log is no event', {
    tamper: edit('events.ndjson', (text) => text.replace('\n', '\nskipped\n')),
  }),
  forgery('seal', 'the log was tampered with where no verdict lies', {
    tamper: edit('events.ndjson', (text) => text.replaceAll('"durationMs":12', '"durationMs":13')),
  }),
  forgery('seal', 'the log was cut, and the report made again', { sample: { unsealed: true } }),
  forgery('seal', 'a line was added behind the seal', {
    tamper: (directory) =>
      appendFileSync(
        join(directory, 'events.ndjson'),
        `${JSON.stringify({ event: 'run.warning', level: 'warning', message: 'x', at: '2026-03-04T05:10:00.000Z' })}\n`,
      ),
  }),
  forgery('agreement', 'the report has another seed than its log', {
    report: (report) => ({ ...report, seed: 8 }),
  }),
  forgery('agreement', 'a recorded case is left out of the report only', {
    report: (report) => ({
      ...report,
      cases: report.cases.map((each) => ({ ...each, observations: each.observations + 1 })),
    }),
  }),
  forgery('files', 'a report for others was altered', {
    tamper: edit('junit.xml', (text) => text.replace('tests="4"', 'tests="5"')),
  }),
  forgery('files', 'a file of evidence was altered', {
    tamper: edit('evidence/corpus/v03-a/exchanges.ndjson', (text) => `${text} `),
  }),
  forgery('files', 'a file of evidence is gone', {
    tamper: (directory) => rmSync(join(directory, 'evidence/corpus/v03-b'), { recursive: true }),
  }),
  forgery('files', 'the list of files is gone', {
    tamper: (directory) => rmSync(join(directory, 'bundle.json')),
  }),
  forgery('files', 'the list of files is that of another run', {
    tamper: edit('bundle.json', (text) => text.replace('run-1', 'run-2')),
  }),
  forgery(
    'tally',
    'one more case is counted as passed',
    {
      ...ALONE,
      report: (report) => ({ ...report, totals: { ...report.totals, passed: report.totals.passed + 1 } }),
    },
    ALONE,
  ),
  forgery(
    'tally',
    'skipped cases are counted as passed',
    {
      ...ALONE,
      report: (report) => ({ ...report, totals: { ...report.totals, passed: 4, policyAsRecorded: 0 } }),
    },
    ALONE,
  ),
  forgery(
    'verdict',
    'the verdict does not follow from the cases',
    {
      ...ALONE,
      report: (report) => ({ ...report, verdict: 'failed', exitCode: 1 }),
    },
    ALONE,
  ),
  forgery(
    'verdict',
    'the exit code is that of another verdict',
    { ...ALONE, report: (report) => ({ ...report, exitCode: 2 }) },
    ALONE,
  ),
  forgery('distinct', 'one run is given twice', { beside: [{}] }, { beside: [{ runId: 'run-2' }] }),
  forgery('signers', 'nobody has signed', { tamper: () => undefined }, signed()),
  forgery('signers', 'a stranger has signed', signed(undefined, stranger.privateKey), signed()),
  forgery(
    'signers',
    'another run was signed',
    signed((report) => ({ ...report, runId: 'run-0' })),
    signed(),
  ),
  forgery(
    'signers',
    'a red run was signed, and another lies there',
    signed((report) => ({ ...report, verdict: 'failed' })),
    signed(),
  ),
  forgery(
    'signers',
    'another image was signed',
    signed((report) => ({ ...report, digests: { platform: `sha256:${'1'.repeat(64)}` } })),
    signed(),
  ),
  forgery(
    'signers',
    'what was signed was altered afterwards',
    {
      tamper: (directory) => {
        attest(directory, reportIn(directory), release.privateKey);
        edit(ATTESTATION_FILE, (text) =>
          withPayload(text, (payload) => payload.replace('"planned":4', '"planned":5')),
        )(directory);
      },
    },
    signed(),
  ),
];

function reportIn(directory: string): Report {
  return JSON.parse(readFileSync(join(directory, 'report.json'), 'utf8'));
}

function withPayload(line: string, change: (payload: string) => string): string {
  const envelope = JSON.parse(line);
  const payload = Buffer.from(envelope.payload, 'base64').toString('utf8');
  return `${JSON.stringify({ ...envelope, payload: Buffer.from(change(payload)).toString('base64') })}\n`;
}
