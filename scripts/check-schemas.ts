import { AssayError, describeError, EXIT } from '../harness/support/errors.ts';
import { checkSchemas } from './schema-check/run.ts';

/**
 * Holds our A2A schemas against the A2A project's own: `npm run check:schemas -- <folder> [--json] [--seed n]
 * [--corpus folder]`. Exit 0 same verdict everywhere, 1 disagreements, 2 nothing compared, 3 bad folder.
 */
const print = (text: string) => process.stdout.write(`${text}\n`);
process.exitCode = await checkSchemas(process.argv.slice(2), print).catch((error: unknown) => {
  process.stderr.write(`${describeError(error)}\n`);
  return error instanceof AssayError ? error.exitCode : EXIT.unjudged;
});
