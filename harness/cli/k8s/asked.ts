import { randomInt } from 'node:crypto';
import { wholeNumber } from '../../config/whole-number.ts';
import { UsageError } from '../../support/errors.ts';
import type { ShardJob } from './job.ts';

/** The options of `assay k8s render` as typed. */
export interface RenderFlags {
  readonly image: string;
  readonly shards: string;
  readonly claim: string;
  readonly name: string;
  readonly home: string;
  readonly namespace?: string;
  readonly parallelism?: string;
  readonly seed?: string;
  readonly deadline: string;
}

/** What each shard gets of its own. */
const OWN = ['--shard', '--out', '--seed', '--json', '--watch'];
const MOST_SHARDS = 1_000;

/** The Job that was asked for. Throws `UsageError` for what no cluster would take, or would judge otherwise than meant. */
export function askedJob(words: readonly string[], flags: RenderFlags): ShardJob {
  const { image, claim, name, home, namespace } = flags;
  refuseOwn(words);
  mustNameDigest(image);
  for (const [flag, value] of Object.entries({ name, claim, ...(namespace !== undefined && { namespace }) }))
    mustBeLabel(`--${flag}`, value);
  mustBePath(home);
  const shards = wholeNumber('--shards', flags.shards, 1, MOST_SHARDS);
  return {
    ...{ image, claim, name, home: home.replace(/\/+$/, ''), words, shards },
    ...(namespace !== undefined && { namespace }),
    parallelism: wholeNumber('--parallelism', flags.parallelism ?? `${shards}`, 1, shards),
    seed: flags.seed === undefined ? randomInt(2 ** 31) : wholeNumber('--seed', flags.seed, 0, 2 ** 32 - 1),
    deadlineSeconds: wholeNumber('--deadline', flags.deadline, 1, 7 * 86_400),
  };
}

function refuseOwn(words: readonly string[]): void {
  const own = words.find((word) => OWN.some((flag) => word === flag || word.startsWith(`${flag}=`)));
  if (own === undefined) return;
  throw new UsageError({
    code: 'OF_EACH_SHARD',
    message: `${own} cannot be handed to all shards: each has its own.`,
    fix: own.startsWith('--seed') ? 'Say it before the --, for all of them.' : `Leave ${own} out.`,
  });
}

/** A tag may be another image for the next shard, and shards of two harnesses do not merge. */
function mustNameDigest(image: string): void {
  if (/^[\w][\w.:/-]*@sha256:[0-9a-f]{64}$/.test(image)) return;
  throw new UsageError({
    code: 'NO_DIGEST',
    message: `--image ${image} names no digest, so two shards may pull two images.`,
    fix: 'Name it as <image>@sha256:<64 hexadecimal digits>.',
  });
}

/** What Kubernetes takes for a name, and for the prefix of the names of pods. */
function mustBeLabel(flag: string, value: string): void {
  if (/^[a-z]([a-z0-9-]{0,50}[a-z0-9])?$/.test(value)) return;
  throw new UsageError({
    code: 'BAD_NAME',
    message: `${flag} ${value} is no name that Kubernetes takes.`,
    fix: 'Use small letters, digits and -, at most 52, a letter first: for example assay-nightly.',
  });
}

function mustBePath(home: string): void {
  if (/^\/[\w./-]*$/.test(home)) return;
  throw new UsageError({
    code: 'BAD_PATH',
    message: `--home ${home} is no absolute path.`,
    fix: 'Name the folder of Assay in the image, for example /assay.',
  });
}
