import { fairSample } from '../../faults/sample.ts';
import type { CaseIdentity } from '../../support/case.ts';
import type { Trial } from '../trial.ts';
import type { Reach } from './reach.ts';

/** So many trials are made when a change is asked about; a whole proof makes them all. */
export const MOST_TRIALS = 16;

/** A file that touches no more than these has them all tried. */
const FEW = 8;

/**
 * Of many touched trials some, by the seed: all that a file touches which touches few, one that kills each touched
 * case, and of the others one for each seam and each clause before any twice.
 */
export function someTrials(
  trials: readonly Trial[],
  reaches: readonly Reach[],
  seed: number,
): readonly Trial[] {
  if (trials.length <= MOST_TRIALS) return trials;
  const narrow = new Set(
    reaches.flatMap(({ planted }) => (planted.size > 0 && planted.size <= FEW ? [...planted] : [])),
  );
  const touched = new Set(reaches.flatMap(({ cases }) => [...cases]));
  const must = new Set([...narrow, ...killersOf(touched, trials, narrow)]);
  const others = trials.filter(({ planted: { id } }) => !must.has(id));
  const count = Math.max(0, MOST_TRIALS - must.size);
  const drawn = fairSample(others.map(asCase), count, String(seed), { groups: ['seams', 'clause'] });
  const chosen = new Set([...must, ...[...drawn].slice(0, count)]);
  return trials.filter(({ planted: { id } }) => chosen.has(id));
}

/** A fault for each of the cases, where any kills it: that which names fewest others. */
function killersOf(
  cases: ReadonlySet<string>,
  trials: readonly Trial[],
  already: ReadonlySet<string>,
): readonly string[] {
  const left = new Set(cases);
  const killers: string[] = [];
  const narrowFirst = [...trials].sort(
    (a, b) =>
      Number(already.has(b.planted.id)) - Number(already.has(a.planted.id)) ||
      a.kills.length - b.kills.length,
  );
  for (const { planted, kills } of narrowFirst) {
    const killed = kills.filter(({ caseId }) => left.has(caseId));
    if (killed.length > 0) killers.push(planted.id);
    for (const { caseId } of killed) left.delete(caseId);
  }
  return killers;
}

function asCase({ suite, planted: { id, title, plant }, kills: [first] }: Trial): CaseIdentity {
  const seams = plant.kind === 'service' ? plant.seams.map(({ seam }) => seam).join(' ') : plant.kind;
  const clause = first?.clause ?? '';
  return { id, suite: suite.name, title, clause, facets: { seams, clause } };
}
