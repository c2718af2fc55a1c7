import { execa } from 'execa';
import { EXIT, type ExitCode } from '../../support/errors.ts';
import { inProject } from '../../support/paths.ts';

/**
 * Runs `assay` in a process of its own, which has the code that lies there now, with our output and without input; it is
 * interrupted when `leaving` aborts. Answers its exit code.
 */
export async function runAssay(
  words: readonly string[],
  cwd: string,
  leaving: AbortSignal,
): Promise<ExitCode> {
  const { exitCode } = await execa(process.execPath, [inProject('scripts/assay.mjs'), ...words], {
    ...{ cwd, stdin: 'ignore', stdout: 'inherit', stderr: 'inherit', reject: false },
    ...{ cancelSignal: leaving, killSignal: 'SIGINT', forceKillAfterDelay: 10_000 },
  });
  return Object.values(EXIT).find((known) => known === exitCode) ?? EXIT.unjudged;
}
