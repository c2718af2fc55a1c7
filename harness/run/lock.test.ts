import { createHash } from 'node:crypto';
import { link as hardLink, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { identify } from '../environment/index.ts';
import { LOCK_FILE, lockDirectory } from './lock.ts';
import { draftName } from './lock-drafts.ts';

const SELF = identify(process.pid) ?? { pid: process.pid, startTicks: 0 };
const DEAD = { pid: process.pid, startTicks: 1 };

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
    await writeFile(join(folder, LOCK_FILE), '');
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, () => lockDirectory(folder, { link: noLinks(code) })),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of asked)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'OUT_IN_USE' });
    expect(await readdir(folder)).toEqual([LOCK_FILE]);
  },
);

it('removes what others left who died on their way to a lock, and leaves those who live', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, LOCK_FILE);
  const living = draftName(file, SELF);
  await writeFile(living, '');
  await writeFile(draftName(file, DEAD), JSON.stringify(DEAD));
  await writeFile(draftName(`${file}-0123456789ab`, DEAD), '');
  await using _held = await lockDirectory(folder);
  expect((await readdir(folder)).sort()).toEqual([LOCK_FILE, basename(living)]);
});

it('tells a lock that cannot be looked at as what it is', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, LOCK_FILE));
  await expect(lockDirectory(folder)).rejects.toMatchObject({ code: 'EISDIR' });
});

describe('an empty lock beside which somebody alive has a draft', () => {
  it('is left to them, however long they take', async () => {
    const { folder, file } = await halfWritten();
    const asked = lockDirectory(folder, { link: noLinks('EPERM'), patienceMs: 50 });
    await expect(asked).rejects.toMatchObject({
      code: 'OUT_IN_USE',
      message: expect.stringContaining(`process ${SELF.pid}`),
    });
    expect(await readFile(file, 'utf8')).toBe('');
  });

  it('is theirs once they have written it', async () => {
    const { folder, file } = await halfWritten();
    const asked = lockDirectory(folder, { link: noLinks('EPERM') });
    await writeFile(file, JSON.stringify(SELF));
    await expect(asked).rejects.toMatchObject({ code: 'OUT_IN_USE' });
  });

  it('is taken over when they give it up', async () => {
    const { folder, draft } = await halfWritten();
    const asked = lockDirectory(folder, { link: noLinks('EPERM') });
    await rm(draft);
    await using _held = await asked;
    expect(await readdir(folder)).toEqual([LOCK_FILE]);
  });

  it('is not taken over by those who found it before it was made anew', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, LOCK_FILE);
    await writeFile(file, '');
    const claim = `${file}-${createHash('sha256').update('').digest('hex').slice(0, 12)}`;
    // Whoever links the claim found the empty lock of a dead one; by then a living one has begun to write another.
    const link = async (from: string, to: string) => {
      if (to === claim) await writeFile(draftName(file, SELF), '');
      await hardLink(from, to);
    };
    await expect(lockDirectory(folder, { link, patienceMs: 50 })).rejects.toMatchObject({
      code: 'OUT_IN_USE',
    });
    expect(await readFile(file, 'utf8')).toBe('');
  });

  async function halfWritten() {
    const folder = await temporaryFolder();
    const file = join(folder, LOCK_FILE);
    const draft = draftName(file, SELF);
    await writeFile(draft, JSON.stringify(SELF));
    await writeFile(file, '');
    return { folder, file, draft };
  }
});

function noLinks(code: string) {
  return () => Promise.reject(Object.assign(new Error('no links here'), { code }));
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-lock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
