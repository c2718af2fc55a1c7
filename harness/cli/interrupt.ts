import { EXIT, InterruptedError } from '../support/errors.ts';
import type { Shell } from './shell.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that ends early and cleanly at the first Ctrl-C; the second one ends the process at once. Work that fails
 * after the first has been interrupted, whatever it says: an `InterruptedError`.
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
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal);
  }
}
