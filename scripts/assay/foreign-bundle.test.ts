import { chmodSync, lstatSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { assayIn, copyClone, temporaryFolder } from '../../harness/cli/test-support/clone.ts';

const CACHE = 'node_modules/.cache/assay/cli';

/** A clone that has made its bundle, and the folder of that. */
async function usedClone(root: string): Promise<string> {
  copyClone(root);
  await assayIn(root, ['--version']);
  const [key = ''] = readdirSync(join(root, CACHE));
  return join(root, CACHE, key);
}

test('a bundle is made for this user alone to write, whatever the umask', async () => {
  using folder = temporaryFolder();
  copyClone(folder.path);
  const command = `umask 0; exec '${process.execPath}' '${folder.path}/scripts/assay.mjs' --version`;
  await execa('sh', ['-c', command]);
  const made = readdirSync(join(folder.path, CACHE), { recursive: true, encoding: 'utf8' });
  expect(made.length).toBeGreaterThan(2);
  const open = ['', ...made].filter((name) => lstatSync(join(folder.path, CACHE, name)).mode & 0o022);
  expect(open).toEqual([]);
});

test.each([
  ['among the bundles', (bundle: string) => join(bundle, '..')],
  ['into its folder', (bundle: string) => bundle],
  ['over its program', (bundle: string) => join(bundle, 'main.mjs')],
])('a bundle in the clone is not run where others may write %s', async (_where, place) => {
  using folder = temporaryFolder();
  using temp = temporaryFolder();
  const bundle = await usedClone(folder.path);
  const planted = "export const main = () => { process.stdout.write('PLANTED'); return 0; };\n";
  writeFileSync(join(bundle, 'main.mjs'), planted);
  const env = { TMPDIR: temp.path };
  expect((await assayIn(folder.path, ['--version'], env)).stdout).toBe('PLANTED');
  chmodSync(place(bundle), 0o777);
  for (const _ of ['made', 'found']) {
    const { exitCode, stdout, stderr } = await assayIn(folder.path, ['--version'], env);
    expect(exitCode, stderr).toBe(0);
    expect(stdout).not.toContain('PLANTED');
    expect(stdout).not.toBe('');
  }
  expect(readdirSync(temp.path)).toEqual([`assay-cli-${process.getuid?.()}`]);
});
