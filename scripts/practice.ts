import { AssayError, describeError, EXIT } from '../harness/support/errors.ts';
import { practise } from './practice/run.ts';

/**
 * Judges agent runtimes that others wrote: `npm run practice -- [folder] [--runtime name…] [--trials n]`. They are
 * installed with pip into the folder, once. Exit 0 every canary judged, whatever its verdict; 2 one that was not; 3 bad command line.
 */
const print = (text: string) => process.stdout.write(`${text}\n`);
process.exitCode = await practise(process.argv.slice(2), print).catch((error: unknown) => {
  process.stderr.write(`${describeError(error)}\n`);
  return error instanceof AssayError ? error.exitCode : EXIT.unjudged;
});
