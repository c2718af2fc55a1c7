import { UsageError } from '../support/errors.ts';

/** One of `total` equal parts of a plan; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly total: number;
}

/** Reads `i/n`. Throws `UsageError` when it is no such pair or i is outside 1…n. */
export function parseShard(text: string): Shard {
  const [, index, total] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { index: Number(index), total: Number(total) };
  if (shard.index >= 1 && shard.index <= shard.total) return shard;
  throw new UsageError({
    code: 'BAD_SHARD',
    message: `--shard ${text} is not a part of a whole.`,
    fix: 'Write index/total, counting from 1, for example --shard 2/3.',
  });
}

/** Puts back in order what `inShard` has dealt out, a list for each shard in turn; one that is missing has dealt nothing. */
export function gathered<T>(dealt: readonly (readonly T[])[]): readonly T[] {
  const rounds = Math.max(0, ...dealt.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) =>
    dealt.flatMap((list) => list.slice(round, round + 1)),
  ).flat();
}

/** The members of a list that belong to a shard: dealt out like cards, so that every shard gets some of each kind. */
export function inShard<T>(members: readonly T[], shard: Shard | undefined): readonly T[] {
  if (!shard) return members;
  return members.filter((_, position) => position % shard.total === shard.index - 1);
}
