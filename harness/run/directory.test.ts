import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openProofDirectory, openRunDirectory } from './directory.ts';

it('empties the folder of an earlier run', async () => {
  const folder = await temporaryFolder();
  await runIn(folder);
  await writeFile(join(folder, 'report.json'), '{}');
  await mkdir(join(folder, 'evidence/corpus/a'), { recursive: true });
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

async function runIn(folder: string): Promise<void> {
  await using _held = await openRunDirectory(folder, 'run-1');
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-directory-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
