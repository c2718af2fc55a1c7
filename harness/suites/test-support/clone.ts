import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { projectRoot } from '../../support/paths.ts';

/** What one command line came to. */
export interface Ended {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** What differs from the state in which the clone was made, by path and in order. */
export interface Differences {
  readonly changed: readonly string[];
  readonly added: readonly string[];
}

/** A clone of this project to work in; it is gone with its scope. */
export interface Clone extends AsyncDisposable {
  readonly root: string;
  /** Runs a shell line in the clone; packages are those of this project, so `npx` is passed by. */
  type(line: string): Promise<Ended>;
  differences(): Promise<Differences>;
  /** Takes back whatever was done in it. */
  restore(): Promise<void>;
}

/** Makes a clone of the files as they are here, committed or not, that shares packages with this one and no caches. */
export async function cloneProject(): Promise<Clone> {
  const root = await mkdtemp(join(tmpdir(), 'assay-clone-'));
  const git = async (...args: readonly string[]) => (await execa('git', args, { cwd: root })).stdout;
  await copyFiles(root);
  await linkPackages(root);
  await git('init', '--quiet');
  await git('add', '--all');
  return {
    root,
    type: (line) => type(root, line),
    differences: async () => ({
      changed: linesOf(await git('diff', '--name-only')),
      added: linesOf(await git('ls-files', '--others', '--exclude-standard')),
    }),
    restore: async () => {
      await git('checkout', '--quiet', '--', '.');
      await git('clean', '--quiet', '--force', '-d');
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}

async function copyFiles(root: string): Promise<void> {
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await execa('git', listing, { cwd: projectRoot });
  const files = stdout.split('\0').filter((file) => file !== '' && existsSync(join(projectRoot, file)));
  for (const file of new Set(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await cp(join(projectRoot, file), join(root, file));
  }
}

/** What begins with a dot is a cache, but for the folder of programs. */
async function linkPackages(root: string): Promise<void> {
  const packages = join(projectRoot, 'node_modules');
  await mkdir(join(root, 'node_modules'));
  for (const name of await readdir(packages)) {
    if (name.startsWith('.') && name !== '.bin') continue;
    await symlink(join(packages, name), join(root, 'node_modules', name));
  }
}

async function type(cwd: string, line: string): Promise<Ended> {
  const direct = line
    .replace(/^npx assay\b/, `'${process.execPath}' scripts/assay.mjs`)
    .replace(/^npx (\w+)/, './node_modules/.bin/$1');
  const { exitCode, stdout, stderr } = await execa('sh', ['-c', direct], {
    ...{ cwd, reject: false, stdin: 'ignore', maxBuffer: 64 * 1024 * 1024 },
    env: { CI: '', NO_COLOR: '1', NODE_ENV: '', VITEST: undefined, VITEST_POOL_ID: undefined },
  });
  return { exitCode, stdout, stderr };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter(Boolean).sort();
}
