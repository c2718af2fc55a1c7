import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assay, workingDirectory } from './test-support/assay.ts';

const REPOSITORY = ['--repository', 'https://git.example/assay.git'];
const [OLD, NEW] = ['a'.repeat(40), 'b'.repeat(40)] as const;
const FILES = ['.github/workflows/assay-canary.yml', '.gitea/workflows/assay-canary.yml'];

test('init --template writes both workflows once, moves their pin, and shows before what it would do', async () => {
  await using place = await workingDirectory();
  const init = (...more: readonly string[]) =>
    assay(place.path, 'init', '--template', ...REPOSITORY, ...more);
  const shown = await init('--commit', OLD, '--dry-run');
  expect(shown.stdout).toContain('--- /dev/null\n+++ b/.gitea/workflows/assay-canary.yml');
  expect(FILES.map((file) => existsSync(join(place.path, file)))).toEqual([false, false]);
  const first = await init('--commit', OLD);
  expect(first.exitCode).toBe(0);
  expect((await init('--commit', OLD)).stdout).toContain(`unchanged ${FILES[0]}\nunchanged ${FILES[1]}\n`);
  const moved = await init('--commit', NEW);
  expect(moved.stdout).toContain(`wrote ${FILES[0]}\nwrote ${FILES[1]}\n`);
  for (const file of FILES) expect(readFileSync(join(place.path, file), 'utf8')).toContain(NEW);
}, 60_000);

test('init --template writes nothing where a workflow was changed by hand, unless it is forced', async () => {
  await using place = await workingDirectory();
  const init = (...more: readonly string[]) =>
    assay(place.path, 'init', '--template', ...REPOSITORY, '--commit', ...more);
  await init(OLD);
  const [mine = '', other = ''] = FILES.map((file) => join(place.path, file));
  writeFileSync(mine, `${readFileSync(mine, 'utf8')}# mine\n`);
  const refused = await init(NEW);
  expect(refused.stderr).toContain(`${FILES[0]} was changed by hand, and nothing was written`);
  expect(refused.exitCode).toBe(3);
  expect(readFileSync(other, 'utf8')).toContain(OLD);
  const shown = await init(NEW, '--dry-run');
  expect(shown.stdout).toContain('-# mine\n');
  expect((await init(NEW, '--force')).exitCode).toBe(0);
  expect(readFileSync(mine, 'utf8')).not.toContain('# mine');
}, 60_000);

test.each([
  [['--template', '--commit', 'main'], 'main is not the whole id of a commit'],
  [['--template', '--repository', 'https://u:p@h/x'], 'holds credentials'],
  [['--template', '--repository', '$(id)'], '$(id) is no URL of git'],
  [['--shards', '1'], '--shards 1 is not a whole number from 2 to 256'],
  [['--shards', '3', '--template'], '--template and --shards write two different workflows'],
  [['--force'], '--force is for workflows, and there is neither --template nor --shards'],
])('init %j is refused with exit 3, and nothing is written', async (words, hint) => {
  await using place = await workingDirectory();
  const { exitCode, stderr } = await assay(place.path, 'init', ...words);
  expect(stderr).toContain(hint);
  expect(exitCode).toBe(3);
  expect(existsSync(join(place.path, '.github'))).toBe(false);
});
