import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isEnvelope, isSignedBy, payloadOf } from '../attestation/envelope.ts';
import { DIGEST, layRun } from '../gate/test-support/sample.ts';
import { assay, workingDirectory } from './test-support/assay.ts';

const own = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });

let place: Awaited<ReturnType<typeof workingDirectory>>;
beforeAll(async () => {
  place = await workingDirectory();
  await mkdir(join(place.path, 'run'));
  await layRun(join(place.path, 'run'));
  const write = (name: string, text: string | Buffer) => writeFileSync(join(place.path, name), text);
  write('own.pem', own.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  write('own.pub', own.publicKey.export({ type: 'spki', format: 'pem' }));
  write('other.pub', other.publicKey.export({ type: 'spki', format: 'pem' }));
});
afterAll(() => place[Symbol.asyncDispose]());

const assayHere = (...words: readonly string[]) => assay(place.path, ...words);

test('a run is signed, verified offline, and no longer valid for another key, digest or file', async () => {
  const before = await assayHere('verify', 'run', '--key', 'own.pub');
  expect(before).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^INVALID\n/) });
  const signed = await assayHere('attest', 'run', '--sign-key', 'own.pem');
  expect(signed).toMatchObject({
    exitCode: 0,
    stdout: 'run-1: passed, signed in attestation.intoto.jsonl',
  });
  const sound = await assayHere('verify', 'run', '--key', 'own.pub', '--digest', DIGEST);
  expect(sound).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^VALID\n/) });
  const stranger = await assayHere('verify', 'run', '--key', 'own.pub', '--key', 'other.pub');
  expect(stranger).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('has not signed') });
  const digest = `x@sha256:${'0'.repeat(64)}`;
  expect((await assayHere('verify', 'run', '--key', 'own.pub', '--digest', digest)).exitCode).toBe(1);
  const file = join(place.path, 'run/junit.xml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('tests="4"', 'tests="5"'));
  const altered = await assayHere('verify', 'run', '--key', 'own.pub', '--json');
  expect(JSON.parse(altered.stdout)).toMatchObject({ formatVersion: 1, verdict: 'INVALID' });
  writeFileSync(file, text);
});

test('a decision is written as a signed verification summary, also that to hold', async () => {
  const { exitCode } = await assayHere('gate', 'run', '--attestation', 'vsa.jsonl', '--sign-key', 'own.pem');
  expect(exitCode).toBe(1);
  const envelope: unknown = JSON.parse(readFileSync(join(place.path, 'vsa.jsonl'), 'utf8'));
  if (!isEnvelope(envelope)) throw new Error('vsa.jsonl is no envelope');
  expect(isSignedBy(envelope, own.publicKey)).toBe(true);
  expect(payloadOf(envelope)).toMatchObject({
    subject: [{ name: 'registry.test/platform', digest: { sha256: 'd'.repeat(64) } }],
    predicateType: 'https://slsa.dev/verification_summary/v1',
    predicate: { verificationResult: 'FAILED', inputAttestations: [{ name: 'run-1' }] },
  });
});

test.each([
  ['a key that is no key', 2, 'no key in PEM form', ['attest', 'run', '--sign-key', 'own.pub']],
  ['a key that is not there', 2, 'cannot be read', ['attest', 'run', '--sign-key', 'gone.pem']],
  [
    'a run with a key that is not set, before it runs',
    2,
    'GONE, which is not set',
    ['run', '--sign-key', 'env:GONE'],
  ],
  ['nobody who must have signed', 3, 'Nobody was named', ['verify', 'run']],
  ['a decision that nothing signs', 3, 'belong together', ['gate', 'run', '--attestation', 'x.jsonl']],
])('%s is exit %i', async (_what, code, words, line) => {
  const { exitCode, stderr, stdout } = await assayHere(...line);
  expect(stderr).toContain(words);
  expect(stdout).toBe('');
  expect(exitCode).toBe(code);
});

test('two runs are compared, and a case that is gone is exit 1', async () => {
  const { stdout, exitCode } = await assayHere('diff', 'run', 'run');
  expect(stdout).toBe('run-1 -> run-1: 4 unchanged');
  expect(exitCode).toBe(0);
  const report = JSON.parse(readFileSync(join(place.path, 'run/report.json'), 'utf8'));
  writeFileSync(join(place.path, 'less.json'), JSON.stringify({ ...report, cases: report.cases.slice(1) }));
  const less = await assayHere('diff', 'run', 'less.json');
  expect(less.stdout).toContain('removed, which is a reason to hold:\n  corpus/v03-a');
  expect(less.exitCode).toBe(1);
});
