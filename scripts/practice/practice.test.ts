import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, expect, test } from 'vitest';
import { describeError } from '../../harness/support/errors.ts';
import { inProject } from '../../harness/support/paths.ts';
import { RUN_TYPESCRIPT } from '../../harness/support/typescript.ts';
import { optionsOf } from './options.ts';
import { findPython } from './python.ts';
import { provideRuntime } from './runtime-venv.ts';

const root = mkdtempSync(join(tmpdir(), 'assay-practice-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const RUNTIME = inProject('harness/cli/fixtures/some-runtime.mjs');
let nth = 0;

function emptyFolder(): string {
  nth += 1;
  const folder = join(root, String(nth));
  mkdirSync(folder);
  return folder;
}

/** What stands in for Python: a script that says its version, makes environments, and installs by `pip`. */
interface Stand {
  readonly says?: string;
  readonly venv?: string;
  readonly pip?: string;
  /** What the runtime does that lies in the environment. */
  readonly mode?: string;
}

/** A folder for the PATH in which there is such a Python and nothing else. */
function pathWith({ says = '3.12.1', venv = 'exit 0', pip = 'exit 0', mode = 'good' }: Stand): string {
  const folder = emptyFolder();
  const inside = `#!/bin/sh\nif [ "$1" = -m ]; then ${pip}; fi\nexec ${process.execPath} ${RUNTIME} ${mode}\n`;
  const make = `/bin/mkdir -p "$3/bin"; /bin/cp ${folder}/inside "$3/bin/python"; : >"$3/pyvenv.cfg"; ${venv}`;
  writeFileSync(join(folder, 'inside'), inside);
  writeFileSync(
    join(folder, 'python3'),
    `#!/bin/sh\nif [ "$1" = -c ]; then echo "${says}"; exit 0; fi\n${make}\n`,
  );
  for (const name of ['inside', 'python3']) chmodSync(join(folder, name), 0o755);
  return folder;
}

function practice(path: string, ...words: readonly string[]) {
  return execa(process.execPath, [...RUN_TYPESCRIPT, inProject('scripts/practice.ts'), ...words], {
    ...{ env: { PATH: path, NO_COLOR: '1' }, reject: false },
  });
}

test('without any Python it is exit 2, and says what to install', async () => {
  const { exitCode, stderr } = await practice(emptyFolder(), emptyFolder());
  expect(stderr).toMatch(/no python3 on the PATH\. \[NO_PYTHON\]\nFix: Install Python 3\.10/);
  expect(exitCode).toBe(2);
});

test.each<readonly [string, Stand, RegExp]>([
  ['that is too old', { says: '3.9.2' }, /python3 is 3\.9\.2, which is older than 3\.10\. \[OLD_PYTHON\]/],
  ['without pip', { says: '3.11.2 ensurepip' }, /has no ensurepip.*\[NO_VENV\]\nFix: .*python3-venv/],
  ['that does not run', { says: '' }, /does not run\. \[NO_PYTHON\]/],
  [
    'that makes no environment',
    { venv: 'echo "No space left" >&2; exit 1' },
    /could not make an environment in .*\[NO_VENV\]\n {2}No space left\nFix: /,
  ],
  [
    'whose pip refuses',
    { pip: 'echo "ERROR: No matching distribution" >&2; exit 1' },
    /pip could not install some as .*requirements\.txt has it\. \[PIP_FAILED\]\n {2}ERROR: No matching.*\nFix: .*PIP_INDEX_URL/,
  ],
])('with a Python %s nothing is installed, and it says why', async (_what, stand, words) => {
  const folder = emptyFolder();
  const error = await installWith(stand, folder).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ exitCode: 2 });
  expect(describeError(error)).toMatch(words);
  expect(existsSync(join(folder, 'some/installed.txt'))).toBe(false);
});

async function installWith(stand: Stand, folder: string): Promise<void> {
  const python = await findPython(join(pathWith(stand), 'python3'));
  const runtime = { name: 'some', folder: emptyFolder() };
  writeFileSync(join(runtime.folder, 'requirements.txt'), 'a==1\n');
  await provideRuntime(runtime, { folder, python, print: () => undefined });
}

test.each<readonly [string, readonly string[], RegExp]>([
  [
    'a runtime that there is not',
    ['--runtime', 'langraph'],
    /no runtime `langraph`; did you mean `langgraph`\?/,
  ],
  ['two folders', ['one', 'two'], /expected one folder, got 2/],
  ['an empty folder', [''], /the name of the folder is empty/],
  ['a file for a folder', [RUNTIME], /some-runtime\.mjs is no folder/],
  ['an option that there is not', ['--runtimes', 'x'], /--runtimes/],
])('refuses %s: exit 3', (_what, words, why) => {
  expect(() => optionsOf(words)).toThrow(
    expect.objectContaining({
      ...{ exitCode: 3, message: expect.stringMatching(why) },
      fix: 'npm run practice -- [folder] [--runtime google-adk|langgraph] [--trials n]',
    }),
  );
});

test.each<readonly [string, number, RegExp]>([
  ['good', 0, /langgraph: 22 canaries\n {2}\d+ passed\n[\s\S]*two-turn-name[\s\S]* failed\n {4}[\w-]+: turn/],
  ['crashes', 2, /langgraph: 22 canaries\n {2}22 inconclusive\n/],
])('a runtime that is %s is exit %i, and every canary is told of', async (mode, code, words) => {
  const { exitCode, stdout } = await practice(pathWith({ mode }), emptyFolder(), '--runtime', 'langgraph');
  expect(stdout).toMatch(words);
  expect(exitCode).toBe(code);
});

test('a number of trials that is none is refused, and a runtime that is named twice is judged once', () => {
  expect(() => optionsOf(['--trials', '0'])).toThrow(expect.objectContaining({ exitCode: 3 }));
  const { runtimes, trials } = optionsOf([
    '--runtime',
    'langgraph',
    '--runtime',
    'langgraph',
    '--trials',
    '5',
  ]);
  expect({ names: runtimes.map(({ name }) => name), trials }).toEqual({ names: ['langgraph'], trials: 5 });
});

test('removes nothing that is no environment, and says what lies there', async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'some'));
  writeFileSync(join(folder, 'some/mine.txt'), 'mine');
  await expect(installWith({}, folder)).rejects.toMatchObject({ code: 'FOLDER_IN_USE', exitCode: 3 });
  expect(readFileSync(join(folder, 'some/mine.txt'), 'utf8')).toBe('mine');
});

test('installs once, and again when the requirements or Python have changed', async () => {
  const folder = emptyFolder();
  const runtime = { name: 'some', folder: emptyFolder() };
  const installed: string[] = [];
  const provide = (version: string, requirements: string) => {
    writeFileSync(join(runtime.folder, 'requirements.txt'), requirements);
    const python = { program: join(pathWith({}), 'python3'), version };
    return provideRuntime(runtime, { folder, python, print: (line) => installed.push(line) });
  };
  for (const [version, requirements, times] of [
    ['3.12.1', 'a==1\n', 1],
    ['3.12.1', 'a==1\n', 1],
    ['3.12.1', 'a==2\n', 2],
    ['3.13.0', 'a==2\n', 3],
  ] as const) {
    expect(await provide(version, requirements)).toBe(join(folder, 'some'));
    expect(installed).toHaveLength(times);
  }
  expect(readFileSync(join(folder, 'some/installed.txt'), 'utf8')).toBe('# Python 3.13.0\na==2\n');
});
