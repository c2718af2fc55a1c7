import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { identify } from '../environment/index.ts';
import { LOCK_FILE, lockDirectory } from './lock.ts';

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

it.each([
  ['names none, as one that a full disk cut off', ''],
  ['names a process that is dead', JSON.stringify({ pid: process.pid, startTicks: 1 })],
])('takes over a lock that %s, and of several at once one gets it', async (_what, left) => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, LOCK_FILE), left);
  const asked = await Promise.allSettled(Array.from({ length: 20 }, () => lockDirectory(folder)));
  const got = asked.filter(({ status }) => status === 'fulfilled');
  expect(got).toHaveLength(1);
  for (const each of asked)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'OUT_IN_USE' });
  expect(await readdir(folder)).toEqual([LOCK_FILE]);
});

it('goes on after somebody died while taking a lock over', async () => {
  const folder = await temporaryFolder();
  const dead = JSON.stringify({ pid: process.pid, startTicks: 1 });
  const claim = createHash('sha256').update(dead).digest('hex').slice(0, 12);
  await writeFile(join(folder, LOCK_FILE), dead);
  await writeFile(join(folder, `${LOCK_FILE}-${claim}`), dead);
  await using _held = await lockDirectory(folder);
  expect(await readdir(folder)).toEqual([LOCK_FILE]);
});

it.each(['EPERM', 'ENOTSUP'])(
  'holds a folder where hard links answer %s, against many at once',
  async (code) => {
    const folder = await temporaryFolder();
    const noLinks = () => Promise.reject(Object.assign(new Error('no links here'), { code }));
    await writeFile(join(folder, LOCK_FILE), '');
    const asked = await Promise.allSettled(Array.from({ length: 20 }, () => lockDirectory(folder, noLinks)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of asked)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'OUT_IN_USE' });
    expect(await readdir(folder)).toEqual([LOCK_FILE]);
  },
);

it('removes what others left who died on their way to a lock, and leaves those who live', async () => {
  const folder = await temporaryFolder();
  const draft = () => join(folder, `${LOCK_FILE}.${randomUUID()}`);
  const living = draft();
  await writeFile(draft(), JSON.stringify({ pid: process.pid, startTicks: 1 }));
  await writeFile(draft(), '');
  await writeFile(living, JSON.stringify(identify(process.pid)));
  await using _held = await lockDirectory(folder);
  expect((await readdir(folder)).sort()).toEqual([LOCK_FILE, basename(living)]);
});

it('tells a lock that cannot be looked at as what it is', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, LOCK_FILE));
  await expect(lockDirectory(folder)).rejects.toMatchObject({ code: 'EISDIR' });
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-lock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
