import { randomInt } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Revision } from '../corpus/entry.ts';
import { UsageError } from '../support/errors.ts';
import { CONFIG_FILE, type ConfigFile, loadConfigFile } from './config-file.ts';
import { type Pattern, parsePattern } from './pattern.ts';
import { parseRevision } from './revision.ts';
import { flagSpelling, type Setting, settingOf } from './setting.ts';
import { parseShard, type Shard } from './shard.ts';
import { wholeNumber } from './whole-number.ts';

/** What `assay run` was asked for, checked, defaulted and frozen. Nothing later reads flags or the environment. */
export interface RunOptions {
  /** Names as given, by the command line or else the file; none stands for all that apply. */
  readonly suites: readonly string[];
  /** Whether the suites were named; a named one without a case is never green. */
  readonly suitesNamed: boolean;
  readonly grep: Pattern | undefined;
  /** Absolute path of a subject file; the reference platform when absent. */
  readonly subjectFile: string | undefined;
  /** How that file was named, such as `ASSAY_SUBJECT=mine.yaml`. */
  readonly subjectAs?: string;
  /** Only when asked for; otherwise the subject's own. */
  readonly revision: Revision | undefined;
  readonly mutant: string | undefined;
  readonly mode: 'process' | 'compose';
  /** Id of a running world to reuse. */
  readonly worldId: string | undefined;
  /** 32-bit unsigned; nonces and samples follow from it. */
  readonly seed: number;
  /** Absolute path of the run directory. */
  readonly out: string;
  readonly lastFailed: boolean;
  /** What an id has to match besides `grep`. */
  readonly within?: Pattern;
  readonly shard: Shard | undefined;
  /** How many cases may not pass before no further one is begun. */
  readonly bail?: number;
  readonly workers: number;
}

/** The same, as the command line gives it: strings and absent values. */
export interface RunFlags {
  readonly grep?: string;
  readonly subject?: string;
  readonly revision?: string;
  readonly mutant?: string;
  readonly mode?: string;
  readonly world?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly lastFailed?: boolean;
  readonly within?: string;
  readonly shard?: string;
  readonly bail?: string | true;
  readonly workers?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const MAX_SEED = 2 ** 32 - 1;

/** Settles each option by precedence flag > environment > configuration file > default. Throws `UsageError`. */
export async function resolveRunOptions(
  suites: readonly string[],
  flags: RunFlags,
  env: Environment,
  directory: string,
  defaults: { readonly seed?: number } = {},
): Promise<RunOptions> {
  const file = await loadConfigFile(directory);
  const sources = { flags: { ...flags }, env, file: { ...file }, path: join(directory, CONFIG_FILE) };
  const pick = (name: keyof RunFlags & keyof ConfigFile) => settingOf(name, sources);
  const number = (name: 'seed' | 'workers', fallback: number, least: number, most: number) => {
    const { text, spelling } = pick(name) ?? { text: String(fallback), spelling: flagSpelling(`--${name}`) };
    return wholeNumber(spelling, text, least, most);
  };
  const subject = pick('subject');
  const revision = pick('revision');
  const named = suites.length > 0 ? suites : (file.suites ?? []);
  return Object.freeze({
    suites: named,
    suitesNamed: named.length > 0,
    grep: flags.grep === undefined ? undefined : parsePattern('-g', flags.grep),
    subjectFile: subject === undefined ? undefined : resolve(directory, subject.text),
    ...(subject && { subjectAs: subject.spelling(subject.text) }),
    revision:
      revision === undefined ? undefined : parseRevision(revision.text, revision.spelling(revision.text)),
    mutant: flags.mutant,
    mode: parseMode(pick('mode')),
    worldId: flags.world,
    seed: number('seed', defaults.seed ?? randomInt(MAX_SEED), 0, MAX_SEED),
    out: resolve(directory, pick('out')?.text ?? 'assay-report'),
    lastFailed: flags.lastFailed ?? false,
    ...(flags.within !== undefined && { within: parsePattern('--within', flags.within) }),
    shard: flags.shard === undefined ? undefined : parseShard(flags.shard),
    ...(flags.bail !== undefined && { bail: parseBail(flags.bail) }),
    workers: number('workers', 2, 1, 64),
  });
}

/** Without a number the first one is enough. */
function parseBail(bail: string | true): number {
  return bail === true ? 1 : wholeNumber('--bail', bail, 1, 100_000);
}

function parseMode(given: Setting | undefined): 'process' | 'compose' {
  if (given === undefined) return 'process';
  const { text, spelling } = given;
  if (text === 'process' || text === 'compose') return text;
  throw new UsageError({
    code: 'UNKNOWN_MODE',
    message: `${spelling(text)} is no engine.`,
    fix: `Use ${spelling('process')} (the default) or ${spelling('compose')}.`,
  });
}
