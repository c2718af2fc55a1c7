import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wholeNumber } from '../../harness/config/whole-number.ts';
import { cacheFolder } from '../../harness/support/cache-folder.ts';
import { UsageError } from '../../harness/support/errors.ts';
import { nearest } from '../../harness/support/nearest.ts';
import { type PracticeRuntime, RUNTIMES } from './runtimes.ts';

const MOST_TRIALS = 100;

/** What `npm run practice` was asked for. */
export interface PracticeOptions {
  /** Absolute path of what is installed and found. */
  readonly folder: string;
  readonly runtimes: readonly PracticeRuntime[];
  /** How often each canary is held. */
  readonly trials: number;
}

/** Reads the command line. Throws `UsageError`. */
export function optionsOf(argv: readonly string[]): PracticeOptions {
  const { values, positionals } = parse(argv);
  const [folder = cacheFolder('practice'), ...others] = positionals;
  if (others.length > 0) throw usage(`expected one folder, got ${positionals.length}`);
  if (folder === '') throw usage('the name of the folder is empty');
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw usage(`${folder} is no folder`);
  const names = values.runtime ?? RUNTIMES.map(({ name }) => name);
  return {
    folder: resolve(folder),
    runtimes: [...new Set(names)].map(runtimeNamed),
    trials: wholeNumber('--trials', values.trials, 1, MOST_TRIALS),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { runtime: { type: 'string', multiple: true }, trials: { type: 'string', default: '1' } },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function runtimeNamed(name: string): PracticeRuntime {
  const found = RUNTIMES.find((each) => each.name === name);
  if (found) return found;
  const names = RUNTIMES.map((each) => each.name);
  const meant = nearest(name, names);
  throw usage(
    `there is no runtime \`${name}\`; ${meant === undefined ? `there are ${names.join(', ')}` : `did you mean \`${meant}\`?`}`,
  );
}

function usage(message: string): UsageError {
  const names = RUNTIMES.map(({ name }) => name).join('|');
  return new UsageError({
    code: 'PRACTICE_USAGE',
    message,
    fix: `npm run practice -- [folder] [--runtime ${names}] [--trials n]`,
  });
}
