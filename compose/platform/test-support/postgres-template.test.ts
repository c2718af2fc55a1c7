import { chmod, chown, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { templateCluster } from './postgres-template.ts';

const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

/** Stand-ins for the programs: what matters here is who may write to what they make. */
async function programs() {
  const folder = await mkdtemp(join(tmpdir(), 'platform-template-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const script = (name: string, line: string) =>
    writeFile(join(folder, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  await script('postgres', 'echo postgres 18');
  await script('initdb', 'echo 18 > "$2/PG_VERSION"');
  return { folder, postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb'), owner };
}

test('a template is made once, and used again', async () => {
  const { folder, ...all } = await programs();
  const made = await templateCluster(all, folder);
  await writeFile(join(made, 'mark'), 'ours');
  expect(await templateCluster({ ...all, initdb: '/nowhere' }, folder)).toBe(made);
});

test.each([
  ['to which others can write', (place: string) => chmod(place, 0o777)],
  ['that others can read', (place: string) => chmod(place, 0o755)],
  [
    'that leads elsewhere',
    async (place: string) => {
      await rename(place, `${place}-moved`);
      await symlink(`${place}-moved`, place);
    },
  ],
])('a template %s is refused', async (_what, spoil) => {
  const { folder, ...all } = await programs();
  await spoil(await templateCluster(all, folder));
  await expect(templateCluster(all, folder)).rejects.toThrow(/belongs to another user, or others can write/);
});

const title = 'a template that another user has put there is refused';
test.skipIf(owner.uid !== 0)(
  owner.uid === 0 ? title : `inconclusive, only root can give away: ${title}`,
  async () => {
    const { folder, ...all } = await programs();
    const made = await templateCluster(all, folder);
    await rm(made, { recursive: true });
    await mkdir(made, { mode: 0o700 });
    await writeFile(join(made, 'PG_VERSION'), '18\n');
    await chown(made, 65_534, 65_534);
    await expect(templateCluster(all, folder)).rejects.toThrow(/belongs to another user/);
  },
);
