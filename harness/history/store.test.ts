import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildReport } from '../report/build.ts';
import { broken, judged, sampleRun } from '../report/testing.ts';
import { entryOf } from './entry.ts';
import { addPromotion, addRun, readHistory } from './store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-history-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const entry = entryOf(
  buildReport(sampleRun([judged('v03-a'), broken('v02-b'), judged('v03-p', { policy: 'changed' })])),
);

test('an entry keeps where each case stood', () => {
  expect(entry.cases).toEqual({
    'corpus/v03-a': 'passed',
    'corpus/v02-b': 'failed',
    'corpus/v03-p': 'policy',
  });
  expect(entry).toMatchObject({ verdict: 'failed', whole: true, subject: 'reference', underTest: [] });
});

test('what was added is read back, oldest first, and nothing half-written is left', async () => {
  const older = { ...entry, runId: 'run-0', endedAt: '2026-03-01T00:00:00.000Z' };
  expect(await addRun(folder, entry)).toBe(true);
  expect(await addRun(folder, older)).toBe(true);
  expect(await addRun(folder, entry)).toBe(false);
  const promotion = {
    formatVersion: 1,
    runId: 'run-1',
    digests: [],
    policy: 'p',
    at: '2026-03-05T00:00:00.000Z',
  } as const;
  await addPromotion(folder, promotion);
  expect(await readHistory(folder)).toEqual({ runs: [older, entry], promotions: [promotion] });
  expect(readdirSync(join(folder, 'runs')).toSorted()).toEqual(['run-0.json', 'run-1.json']);
});

test('another run under the same id is refused, and the first one stays', async () => {
  await addRun(folder, entry);
  await expect(addRun(folder, { ...entry, verdict: 'passed' })).rejects.toMatchObject({
    code: 'HISTORY_UNREADABLE',
    exitCode: 2,
  });
  expect((await readHistory(folder)).runs).toEqual([entry]);
});

test.each(['../evil', '.hidden', 'a/b', '', 'x'.repeat(200)])('the id %j names no file', async (runId) => {
  await expect(addRun(folder, { ...entry, runId })).rejects.toMatchObject({ code: 'HISTORY_UNREADABLE' });
});

test('a folder that is not there is no empty history', async () => {
  await expect(readHistory(join(folder, 'gone'))).rejects.toThrow('There is no history in');
  expect(await readHistory(folder)).toEqual({ runs: [], promotions: [] });
});

test.each(['', '{"formatVersion":1', '[]', '{"formatVersion":1,"runId":"a"}', '{"formatVersion":2}'])(
  'a run that is %j is refused by name',
  async (text) => {
    mkdirSync(join(folder, 'runs'));
    writeFileSync(join(folder, 'runs/run-7.json'), text);
    await expect(readHistory(folder)).rejects.toThrow('runs/run-7.json is not what the history keeps');
  },
);
