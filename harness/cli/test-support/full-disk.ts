import { execa } from 'execa';
import { inProject } from '../../support/paths.ts';
import type { Ended } from './assay.ts';

/** Runs the real command with one of its streams on a device that is always full; nothing comes of that one. */
export async function assayOntoFullDisk(
  cwd: string,
  stream: 'stdout' | 'stderr',
  ...args: readonly string[]
): Promise<Ended> {
  const redirection = stream === 'stdout' ? '>/dev/full' : '2>/dev/full';
  const words = ['sh', process.execPath, inProject('scripts/assay.mjs'), ...args];
  const { exitCode, stdout, stderr } = await execa('sh', ['-c', `exec "$@" ${redirection}`, ...words], {
    ...{ cwd, reject: false, stdin: 'ignore' },
    env: { CI: '', NO_COLOR: '1' },
  });
  return { exitCode, stdout, stderr };
}
