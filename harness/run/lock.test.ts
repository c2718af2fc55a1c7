import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lockDirectory } from './lock.ts';

it('holds a folder against another run, and says which process has it', async () => {
  const folder = await temporaryFolder();
  await using _held = await lockDirectory(folder);
  await expect(lockDirectory(folder)).rejects.toMatchObject({
    code: 'OUT_IN_USE',
    message: expect.stringContaining(`process ${process.pid}`),
  });
});

it('does not blame another run for a folder that nothing can be written into', async () => {
  const gone = join(await temporaryFolder(), 'gone');
  await expect(lockDirectory(gone)).rejects.toMatchObject({
    code: 'OUT_UNWRITABLE',
    message: expect.stringContaining('ENOENT'),
  });
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-lock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
