import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { listWorlds } from '../../environment/index.ts';
import { deadlineIn, poll } from '../../support/deadline.ts';
import { inProject } from '../../support/paths.ts';
import { assay, workingDirectory } from '../test-support/assay.ts';
import { copyClone, temporaryFolder } from '../test-support/clone.ts';

const SIDECAR = 'corpus/valid/v03-text.yaml';
const DELIVERED = "outcome: delivered\n  rewrites: []\n  schema: '0.3'";
const REJECTED = 'outcome: rejected\n  by: platform\n  status: 400\n  cause: no such thing';

test('a watch runs again what a changed file touches, and ends with the code of its last run', async () => {
  using folder = temporaryFolder();
  await using directory = await workingDirectory();
  copyClone(folder.path, 'corpus', 'specs', 'compose', 'playwright.config.ts');
  await using watching = startWatch(folder.path, directory.path);
  const [, world = ''] = await watching.saw(/World (w-\w+) is up.* 1 passed.*Enter runs all, q ends/s);

  replace(folder.path, SIDECAR, DELIVERED, REJECTED);
  await watching.saw(
    /Changed: corpus\/valid\/v03-text\.yaml\. Running the cases of v03-text\..* 1 failed.*q ends/s,
  );

  replace(folder.path, 'corpus/valid/v03-mixed.yaml', 'title: ', 'title: Renamed. ');
  await watching.saw(/None of its cases is selected/s);

  replace(folder.path, 'harness/report/words.ts', 'Assay judged', 'Assay has judged');
  await watching.saw(/Changed: harness\/report\/words\.ts\. Running everything.*Assay has judged.*q ends/s);

  replace(folder.path, SIDECAR, REJECTED, DELIVERED);
  await watching.saw(/Running the cases of v03-text\..* 1 passed.*q ends/s);
  expect(worldIds()).toContain(world);

  replace(folder.path, 'compose/lifecycle.ts', 'import', 'import import');
  await watching.saw(/in a fresh world\..*\[BUNDLE_FAILED\].*compose\/lifecycle\.ts.*q ends/s);
  expect(worldIds()).not.toContain(world);

  replace(folder.path, 'compose/lifecycle.ts', 'import import', 'import');
  const [, fresh] = await watching.saw(/in a fresh world\..*World (w-\w+) is up.* 1 passed.*q ends/s);
  expect(worldIds()).toContain(fresh);

  watching.press('\n');
  await watching.saw(/Enter pressed\. Running everything.* 1 passed.*q ends/s);
  watching.press('q');
  expect(await watching.exitCode).toBe(0);
  expect(worldIds()).not.toContain(fresh);
});

test('Ctrl-C ends a watch with 130 and takes its world down', async () => {
  await using directory = await workingDirectory();
  await using watching = startWatch(inProject(''), directory.path);
  const [, world] = await watching.saw(/World (w-\w+) is up.*q ends/s);
  expect(worldIds()).toContain(world);
  watching.press('\u0003');
  expect(await watching.exitCode).toBe(130);
  expect(worldIds()).not.toContain(world);
});

test.each([
  [['--json'], '--watch does not go with --json'],
  [['--list'], '--watch does not go with --list'],
  [['--shard', '1/2'], '--watch does not go with --shard'],
  [['--mode', 'compose'], 'add --world <id>'],
])('a watch with %j is refused before anything boots', async (args, hint) => {
  await using directory = await workingDirectory();
  const { exitCode, stdout, stderr } = await assay(directory.path, 'run', '--watch', ...args);
  expect(stderr).toContain(hint);
  expect(stdout).toBe('');
  expect(exitCode).toBe(3);
});

interface Watching extends AsyncDisposable {
  press(key: string): void;
  /** Waits until what was said since the last time matches. */
  saw(pattern: RegExp): Promise<RegExpExecArray>;
  readonly exitCode: Promise<number | undefined>;
}

function startWatch(root: string, cwd: string): Watching {
  const started = execa(
    process.execPath,
    [join(root, 'scripts/assay.mjs'), 'run', '-g', '^corpus/v03-text@strict$', '--watch'],
    { cwd, reject: false, all: true, env: { CI: '', NO_COLOR: '1' } },
  );
  let said = '';
  started.all.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return {
    press: (key) => void started.stdin.write(key),
    saw: async (pattern) => {
      const match = await poll(() => pattern.exec(said) ?? undefined, deadlineIn(60_000), 20);
      expect(said).toMatch(pattern);
      said = said.slice((match?.index ?? 0) + (match?.[0].length ?? 0));
      return match as RegExpExecArray;
    },
    exitCode: started.then(({ exitCode }) => exitCode),
    [Symbol.asyncDispose]: async () => {
      started.kill('SIGINT');
      await started;
    },
  };
}

/** Writes as editors do: beside the file, which is then replaced. */
function replace(root: string, file: string, find: string, put: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toContain(find);
  writeFileSync(join(root, `${file}.tmp`), text.replace(find, put));
  renameSync(join(root, `${file}.tmp`), join(root, file));
}

function worldIds(): readonly string[] {
  return listWorlds().map(({ record }) => record.id);
}
