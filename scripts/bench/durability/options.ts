import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { wholeNumber } from '../../../harness/config/whole-number.ts';
import { UsageError } from '../../../harness/support/errors.ts';

/** What one call of the bench is to do. */
export interface Options {
  readonly rounds: number;
  /** Number of the first round: what a round does depends on the seed and its number alone. */
  readonly first: number;
  readonly seed: number;
  /** Worlds at a time. */
  readonly workers: number;
  /** Rounds against a platform that writes the row behind the reply. */
  readonly control: number;
}

const MAX_ROUNDS = 1_000_000;
const MAX_SEED = 2 ** 31 - 1;
const MAX_WORKERS = 16;

/** Reads the command line. Throws `UsageError`. */
export function optionsOf(argv: readonly string[]): Options {
  const given = parse(argv);
  const number = (name: keyof Options, least: number, most: number) =>
    wholeNumber(`--${name}`, given[name], least, most);
  const options: Options = {
    rounds: number('rounds', 0, MAX_ROUNDS),
    first: number('first', 1, MAX_ROUNDS),
    seed: number('seed', 0, MAX_SEED),
    workers: number('workers', 1, MAX_WORKERS),
    control: number('control', 0, MAX_ROUNDS),
  };
  if (options.rounds + options.control === 0) throw usage('--rounds 0 and --control 0 leave nothing to do.');
  return options;
}

function parse(argv: readonly string[]) {
  const text = (fallback: number) => ({ type: 'string' as const, default: String(fallback) });
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        rounds: text(1000),
        first: text(1),
        seed: text(randomInt(MAX_SEED)),
        workers: text(2),
        control: text(50),
      },
    });
    return values;
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function usage(message: string): UsageError {
  return new UsageError({
    code: 'BENCH_USAGE',
    message,
    fix: 'npm run bench:durability -- [--rounds 1000] [--seed n] [--workers 2] [--control 50] [--first 1]',
  });
}
