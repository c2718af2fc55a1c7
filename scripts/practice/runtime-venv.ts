import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { EnvironmentError, UsageError } from '../../harness/support/errors.ts';
import type { Python } from './python.ts';
import type { PracticeRuntime } from './runtimes.ts';

interface Place {
  readonly folder: string;
  readonly python: Python;
  readonly print: (text: string) => void;
}

/** Where an environment says what was installed into it; it has none before all of that is there. */
const INSTALLED = 'installed.txt';
const LAST_LINES = 15;

/**
 * Provides an environment in which a runtime is installed, and answers its folder: the one of an earlier run, unless the
 * requirements or Python have changed since. Throws `EnvironmentError` with the last lines of what went wrong, and
 * `UsageError` where something else lies in its place.
 */
export async function provideRuntime(runtime: PracticeRuntime, place: Place): Promise<string> {
  const { folder, python, print } = place;
  const venv = join(folder, runtime.name);
  const requirements = join(runtime.folder, 'requirements.txt');
  const wanted = `# Python ${python.version}\n${await readFile(requirements, 'utf8')}`;
  if ((await installedIn(venv)) === wanted) return venv;
  await clear(venv);
  print(`${runtime.name}: installing it into ${venv}, which takes minutes`);
  await mkdir(folder, { recursive: true });
  await makeVenv(python, venv);
  await install(runtime, venv, requirements);
  await writeFile(join(venv, INSTALLED), wanted);
  return venv;
}

async function installedIn(venv: string): Promise<string | undefined> {
  const file = join(venv, INSTALLED);
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
}

/** Removes an environment of an earlier run; what is none is somebody's own. */
async function clear(venv: string): Promise<void> {
  if (existsSync(venv) && !existsSync(join(venv, 'pyvenv.cfg')))
    throw new UsageError({
      code: 'FOLDER_IN_USE',
      message: `${venv} would be removed, and holds something else than an environment of Python.`,
      fix: 'Name a folder that holds nothing else: npm run practice -- <folder>',
    });
  await rm(venv, { recursive: true, force: true });
}

async function makeVenv({ program, version }: Python, venv: string): Promise<void> {
  const { failed, all } = await execa(program, ['-m', 'venv', venv], { reject: false, all: true });
  if (!failed) return;
  throw new EnvironmentError({
    code: 'NO_VENV',
    message: `Python ${version} could not make an environment in ${venv}.`,
    details: lastLines(all),
    fix: 'Install venv and pip for it (Debian: apt-get install python3-venv), or name another folder.',
  });
}

async function install({ name }: PracticeRuntime, venv: string, requirements: string): Promise<void> {
  const words = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
  const { failed, all } = await execa(join(venv, 'bin/python'), words, { reject: false, all: true });
  if (!failed) return;
  throw new EnvironmentError({
    code: 'PIP_FAILED',
    message: `pip could not install ${name} as ${requirements} has it.`,
    details: lastLines(all),
    fix: 'Let this machine reach PyPI, or name a mirror by PIP_INDEX_URL, and try again.',
  });
}

function lastLines(text: string | undefined): readonly string[] {
  return (text ?? '').trim().split('\n').slice(-LAST_LINES);
}
