import { AssayError, describeError, EXIT } from '../../harness/support/errors.ts';
import { benchDurability } from './durability/bench.ts';

/**
 * Whether what was acknowledged is there after a kill, round by round: messages go to the reference platform, the platform
 * (or its PostgreSQL, or an agent runtime) is killed by SIGKILL at a moment that the seed draws and brought back, and every
 * acknowledged message is looked for in the database. First come rounds in which the row is written behind the reply,
 * which has to be caught each time, for else the rest would say nothing.
 *
 *     npm run bench:durability -- [--rounds 1000] [--seed n] [--workers 2] [--control 50] [--first 1]
 *
 * Exit 0: nothing was lost, and the control was caught. 1: something was lost, twice there or not as it was sent, or the
 * control was not caught. 2: the world broke. 3: a bad flag.
 */
const print = (text: string) => process.stdout.write(`${text}\n`);
const note = (text: string) => process.stderr.write(`${text}\n`);
process.exitCode = await benchDurability(process.argv.slice(2), print, note).catch((error: unknown) => {
  note(describeError(error));
  return error instanceof AssayError ? error.exitCode : EXIT.unjudged;
});
