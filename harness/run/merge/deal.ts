import { UsageError } from '../../support/errors.ts';
import type { GivenShard } from './given-shard.ts';

/** Throws `UsageError` where shards are not what one deal has given: of another split, given twice, overlapping, or cut otherwise. */
export function mustBeOneDeal(shards: readonly GivenShard[]): void {
  const [first] = shards;
  for (const [position, shard] of shards.entries()) {
    const before = shards[position - 1];
    if (!first || !before) continue;
    if (shard.total !== first.total) throw misdealt(first, shard, 'are of different splits');
    if (shard.index === before.index) throw misdealt(before, shard, 'are the same shard');
    mustChooseAlike(first, shard);
    mustBeCutAlike(before, shard);
  }
  mustNotOverlap(shards);
}

/** What a shard leaves out is what the others have, so all of them know the same cases. */
function mustChooseAlike(a: GivenShard, b: GivenShard): void {
  const [known, told] = [idsOf(a), idsOf(b)];
  const lone = [...known, ...told].filter((id) => !(known.has(id) && told.has(id)));
  if (lone.length === 0) return;
  throw misdealt(a, b, `chose from other cases: ${lone.slice(0, 3).join(', ')} is known to one alone`);
}

function idsOf({ planned: { cases, unselected = [] } }: GivenShard): ReadonlySet<string> {
  return new Set([...cases.map(({ id }) => id), ...unselected]);
}

/** Dealt out like cards, an earlier shard has as many as a later one, or one more. */
function mustBeCutAlike(a: GivenShard, b: GivenShard): void {
  for (const list of ['cases', 'excluded'] as const) {
    const [more, less] = [a.planned[list].length, b.planned[list].length];
    if (more === less || more === less + 1) continue;
    throw misdealt(
      a,
      b,
      `were dealt ${more} and ${less} ${list === 'cases' ? 'cases' : 'exclusions'}, as no deal of one plan does`,
    );
  }
}

function mustNotOverlap(shards: readonly GivenShard[]): void {
  const owners = new Map<string, GivenShard>();
  for (const shard of shards) {
    const { cases, excluded } = shard.planned;
    for (const name of [...[...cases, ...excluded].map(({ id }) => id), ...Object.keys(shard.evidence)]) {
      const owner = owners.get(name);
      if (owner && owner !== shard) throw misdealt(owner, shard, `both have ${name}`);
      owners.set(name, shard);
    }
  }
}

function misdealt(a: GivenShard, b: GivenShard, what: string): UsageError {
  return new UsageError({
    code: 'SHARDS_MISDEALT',
    message: `${a.name} and ${b.name} ${what}.`,
    fix: `Give each of the shards 1/${a.total} to ${a.total}/${a.total} of one run, and each once.`,
  });
}
