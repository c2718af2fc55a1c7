import type { MutantPlant } from '../../../harness/environment/index.ts';
import { plantOf } from '../../../harness/faults/service-plant.ts';
import { loadSuites } from '../../../harness/suites/index.ts';
import { HarnessError } from '../../../harness/support/errors.ts';
import type { Options } from './options.ts';
import { planControl, WAYS, type Way } from './plan.ts';
import type { Played } from './round.ts';
import { type Worked, workShifts } from './shift.ts';

/** The regressions of the suite `durability` that write the row of a way behind its reply. */
const ROW_AFTER: Readonly<Record<Way, string>> = { push: 'M174', poll: 'M177', notify: 'P-notice-row-after' };

/** What the rounds against one planted regression came to. */
export interface Control {
  readonly fault: string;
  readonly way: Way;
  readonly rounds: number;
  /** In how many of them the message was acknowledged and found lost. */
  readonly caught: number;
}

/** Plays rounds that must lose what was acknowledged, shared out among the ways. */
export async function playControl({ control, seed, workers }: Options): Promise<readonly Control[]> {
  const shares = WAYS.map((way, index) => ({ way, rounds: Math.floor((control + 2 - index) / WAYS.length) }));
  const wanted = shares.filter(({ rounds }) => rounds > 0);
  const shifts = wanted.map(async ({ way, rounds }) => ({
    ...{ seed, mutant: await mutantFor(way), onRound: () => undefined },
    plans: Array.from({ length: rounds }, (_, index) => planControl(seed, index + 1, way)),
  }));
  const worked = await workShifts(await Promise.all(shifts), workers);
  return wanted.map(({ way, rounds }) => ({
    way,
    rounds,
    fault: ROW_AFTER[way],
    caught: caughtIn(worked, way),
  }));
}

function caughtIn(worked: readonly Worked[], way: Way): number {
  const rounds = worked.flatMap(({ played }) => played);
  return rounds.filter((each) => each.plan.messages[0]?.way === way && isCaught(each)).length;
}

/** What is lost afterwards, while one sees whether the platform is back, does not count. */
function isCaught({ plan, killed, lost }: Played): boolean {
  return killed === 'held up' && lost.some(({ id }) => id === plan.messages[0]?.id);
}

/** What plants the regression of a way into the platform. Throws `HarnessError` when the suite has it no more. */
export async function mutantFor(way: Way): Promise<MutantPlant> {
  const [suite] = await loadSuites(['durability']);
  const proof = await suite?.proof();
  const planted = proof?.faults.find(({ id }) => id === ROW_AFTER[way]);
  if (planted) return plantOf({ planted, preload: proof?.preload ?? '', flags: '' });
  throw new HarnessError({
    code: 'NO_CONTROL',
    message: `The suite durability has no fault ${ROW_AFTER[way]}, so nothing shows that a lost message would be seen.`,
    fix: 'Name the fault that writes the row behind the reply in scripts/bench/durability/control.ts, or give --control 0.',
  });
}
