import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { projectRoot } from '../../support/paths.ts';

/** A temporary folder that ends with its scope. */
export function temporaryFolder(): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'assay clone '));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** What a command needs of a clone besides its packages, if it does nothing. */
const CODE = [
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'harness', 'scripts', 'canaries'],
  'compose/platform/revisions.json',
] as const;

/** Copies our code, and `more` of this clone, to `root`, with our packages and a cache of its own. */
export function copyClone(root: string, ...more: readonly string[]): void {
  const within: readonly string[] = CODE.filter((path) =>
    more.some((folder) => path.startsWith(`${folder}/`)),
  );
  copy(root, [...CODE.filter((path) => !within.includes(path)), ...more]);
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(projectRoot, 'node_modules'))) {
    if (name === '.cache') continue;
    symlinkSync(join(projectRoot, 'node_modules', name), join(root, 'node_modules', name));
  }
}

/** Copies our code to `root`, with our packages and our cache. */
export function copySharing(root: string): void {
  copy(root, CODE);
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
}

function copy(root: string, parts: readonly string[]): void {
  execFileSync('cp', ['-a', '--parents', ...parts, root], { cwd: projectRoot });
}

/** Runs the command of the clone at `root`. */
export async function assayIn(
  root: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const { exitCode, stdout, stderr } = await execa(
    process.execPath,
    [join(root, 'scripts/assay.mjs'), ...args],
    {
      cwd: root,
      env: { NO_COLOR: '1', ...env },
      reject: false,
      stdin: 'ignore',
    },
  );
  return { exitCode, stdout, stderr };
}
