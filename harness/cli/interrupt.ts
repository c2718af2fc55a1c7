import { printable } from '../report/printable.ts';
import { isOfAbort } from '../support/aborted.ts';
import { describeError, EXIT, InterruptedError } from '../support/errors.ts';
import type { Shell } from './shell.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that ends early and cleanly at the first Ctrl-C; the second one ends the process at once. Work that fails
 * after the first has been interrupted: an `InterruptedError`, and what else went wrong is said before.
 */
export async function interruptible<T>(
  shell: Shell,
  work: (signal: AbortSignal) => Promise<T>,
  ending = 'taking the world down',
): Promise<T> {
  const controller = new AbortController();
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    shell.err(`\nInterrupted: ${ending} (again to quit at once)…\n`);
    controller.abort(new InterruptedError(name));
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    if (!isOfAbort(error, controller.signal)) shell.err(`${printable(describeError(error))}\n`);
    throw controller.signal.reason;
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal);
  }
}
