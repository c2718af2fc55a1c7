import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openEvidence } from '../suites/evidence.ts';
import { createRedactor } from '../support/redaction/redactor.ts';
import { openProofDirectory, openRunDirectory } from './directory.ts';

it('empties the folder of an earlier run', async () => {
  const folder = await temporaryFolder();
  await runIn(folder);
  await writeFile(join(folder, 'report.json'), '{}');
  prove(folder, 'corpus/a', 'record.json');
  await mkdir(join(folder, 'playwright/traces'), { recursive: true });
  await writeFile(join(folder, 'junit.xml.123.tmp'), 'half');
  await runIn(folder);
  expect(await readdir(folder)).toEqual(['.assay-run']);
});

it('removes nothing that merely has the names of our files', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'report.json'), 'somebody else wrote this');
  await mkdir(join(folder, 'evidence'));
  await expect(runIn(folder)).rejects.toMatchObject({
    code: 'OUT_NOT_OURS',
    message: expect.stringContaining('evidence, report.json'),
  });
  expect(await readdir(folder)).toEqual(['evidence', 'report.json']);
});

it('refuses the folder of a run in which somebody keeps something', async () => {
  const folder = await temporaryFolder();
  await runIn(folder);
  await writeFile(join(folder, 'thesis.txt'), 'mine');
  await expect(runIn(folder)).rejects.toMatchObject({ code: 'OUT_NOT_OURS' });
  expect(await readdir(folder)).toEqual(['.assay-run', 'thesis.txt']);
});

it.each(['evidence/notes.txt', 'evidence/corpus/a/notes.txt', 'evidence/mine/thesis.txt'])(
  'refuses the folder of a run that holds %s, which somebody keeps among its evidence',
  async (path) => {
    const folder = await temporaryFolder();
    await runIn(folder);
    prove(folder, 'corpus/a', 'record.json');
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), 'mine');
    await expect(runIn(folder)).rejects.toMatchObject({
      code: 'OUT_NOT_OURS',
      message: expect.stringContaining(path),
    });
    expect(await readFile(join(folder, path), 'utf8')).toBe('mine');
    expect(await readdir(join(folder, 'evidence/corpus/a'))).toContain('record.json');
    await rm(join(folder, path.startsWith('evidence/mine') ? 'evidence/mine' : path), { recursive: true });
    await runIn(folder);
    expect(await readdir(folder)).toEqual(['.assay-run']);
  },
);

it('knows the evidence of a run that was killed before it had told of a case', async () => {
  const folder = await temporaryFolder();
  await runIn(folder);
  prove(folder, 'corpus/deep/er', 'exchanges.ndjson');
  await rm(join(folder, 'evidence/corpus/deep/er/exchanges.ndjson'));
  await runIn(folder);
  expect(await readdir(folder)).toEqual(['.assay-run']);
});

it('takes evidence for that of a run where none was ever listed', async () => {
  const folder = await temporaryFolder();
  await runIn(folder);
  prove(folder, 'corpus/a', 'record.json');
  await rm(join(folder, 'evidence/.files'));
  await runIn(folder);
  expect(await readdir(folder)).toEqual(['.assay-run']);
});

it('keeps the runs of a proof in a folder that holds nothing else', async () => {
  const folder = await temporaryFolder();
  await openProofDirectory(folder);
  await mkdir(join(folder, 'M108'));
  await runIn(join(folder, 'M108'));
  await openProofDirectory(folder);
  await writeFile(join(folder, 'report.json'), '{}');
  await expect(openProofDirectory(folder)).rejects.toMatchObject({
    code: 'OUT_NOT_OURS',
    message: expect.stringMatching(/: report\.json\.$/),
  });
});

function prove(folder: string, caseId: string, name: string): void {
  openEvidence(folder, caseId, createRedactor({ secrets: [], key: 'k' })).json(name, {});
}

async function runIn(folder: string): Promise<void> {
  await using _held = await openRunDirectory(folder, 'run-1');
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-directory-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
