import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { inProject } from '../../support/paths.ts';

/** What one command line came to. */
export interface Ended {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command in a process of its own, as a user would, in the given working directory. */
export async function assay(cwd: string, ...args: readonly string[]): Promise<Ended> {
  const { exitCode, stdout, stderr } = await startAssay(cwd, ...args);
  return { exitCode, stdout, stderr };
}

/** Starts the real command without waiting for its end. */
export function startAssay(cwd: string, ...args: readonly string[]) {
  return execa(process.execPath, wordsOf(args), { ...optionsIn(cwd), stdin: 'ignore' });
}

/** The same with a stdin that can be written to. */
export function startFedAssay(cwd: string, ...args: readonly string[]) {
  return execa(process.execPath, wordsOf(args), { ...optionsIn(cwd), stdin: 'pipe' });
}

function wordsOf(args: readonly string[]): readonly string[] {
  return [inProject('scripts/assay.mjs'), ...args];
}

function optionsIn(cwd: string) {
  return {
    cwd,
    reject: false,
    env: { CI: '', NO_COLOR: '1' },
    maxBuffer: 64 * 1024 * 1024,
  } as const;
}

/** A temporary working directory that ends with its scope. */
export async function workingDirectory(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'assay-cli-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
