import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRedactor } from '../support/redaction/redactor.ts';
import { openEvidence } from './evidence.ts';
import { evidenceDigests } from './evidence-list.ts';

let run: string;
beforeEach(async () => {
  run = await mkdtemp(join(tmpdir(), 'assay-evidence-'));
});
afterEach(() => rm(run, { recursive: true, force: true }));

test('what a run has written is digested by path, and nothing that others have put there', async () => {
  const evidence = openEvidence(run, 'corpus/a', createRedactor({ secrets: [], key: 'k' }));
  evidence.text('log.txt', ['abc']);
  await mkdir(join(run, 'evidence/theirs'));
  await writeFile(join(run, 'evidence/theirs/file'), 'x');
  expect(await evidenceDigests(run)).toEqual({
    'evidence/corpus/a/log.txt': 'edeaaff3f1774ad2888673770c6d64097e391bc362d7d6fb34982ddf0efd18cb',
  });
  await rm(join(run, 'evidence/corpus/a/log.txt'));
  expect(await evidenceDigests(run)).toEqual({});
});

test('a run without evidence has no digests', async () => {
  expect(await evidenceDigests(run)).toEqual({});
});
