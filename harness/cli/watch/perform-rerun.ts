import { printable } from '../../report/printable.ts';
import { AssayError, describeError, type ExitCode } from '../../support/errors.ts';
import type { Shell } from '../shell.ts';
import { runAssay } from './child.ts';
import type { KeptWorld } from './kept-world.ts';
import type { Rerun } from './rerun.ts';
import { narrowingFor, type Selection } from './selection.ts';

/** What all reruns of one watch share. */
export interface RerunPlace {
  readonly shell: Shell;
  readonly world: KeptWorld;
  readonly selection: Selection;
  readonly leaving: AbortSignal;
}

/**
 * Runs `assay` with the words of the first run, narrowed to what is touched. Answers its exit code; nothing when there was
 * nothing to run, or it was cut short.
 */
export async function performRerun(
  rerun: Rerun,
  words: readonly string[],
  place: RerunPlace,
): Promise<ExitCode | undefined> {
  const { shell, selection, leaving } = place;
  const narrowing = narrowingFor(rerun, selection);
  if (narrowing.kind === 'outside') {
    shell.err(`${rerun.because}. None of its cases is selected.\n`);
    return undefined;
  }
  shell.err(`${rerun.because}. Running ${inWords(rerun)}.\n`);
  const within = narrowing.kind === 'within' ? [`--within=${narrowing.pattern}`] : [];
  try {
    const world = await worldOf(rerun, place);
    const code = await runAssay([...words, ...within, ...world], shell.cwd, leaving);
    return leaving.aborted ? undefined : code;
  } catch (error) {
    if (leaving.aborted) return undefined;
    if (!(error instanceof AssayError)) throw error;
    shell.err(`${printable(describeError(error))}\n`);
    return error.exitCode;
  }
}

/** The words that name the world, where the cases need one. */
async function worldOf({ inFreshWorld }: Rerun, { world }: RerunPlace): Promise<readonly string[]> {
  if (inFreshWorld) await world.renew();
  const id = await world.ready();
  return id === undefined ? [] : [`--world=${id}`];
}

function inWords({ entries, inFreshWorld }: Rerun): string {
  const what = entries === 'all' ? 'everything that is selected' : `the cases of ${entries.join(', ')}`;
  return inFreshWorld ? `${what}, in a fresh world` : what;
}
