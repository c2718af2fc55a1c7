import process from 'node:process';

const FORCED_EXIT_MS = 1_500;

/**
 * Settles when the process shall stop: at SIGTERM or SIGINT, or when stdin closes and `dieWithParent` is set. From
 * then on the process has 1.5 s to close in good order before it is made to exit with 0.
 */
export async function untilStopped(dieWithParent: boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
    if (dieWithParent) {
      process.stdin.once('end', resolve).once('error', () => resolve());
      process.stdin.resume();
    }
  });
  setTimeout(() => process.exit(0), FORCED_EXIT_MS).unref();
}
