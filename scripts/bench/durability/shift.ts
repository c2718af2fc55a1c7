import type { MutantPlant } from '../../../harness/environment/index.ts';
import { describeError, EnvironmentError } from '../../../harness/support/errors.ts';
import { keptSince } from './database.ts';
import { compare, type Discrepancies } from './ledger.ts';
import type { RoundPlan } from './plan.ts';
import { type Played, playRound } from './round.ts';
import { openScene } from './scene.ts';

/** Rounds to be played in one world after the other; others may take from the same ones. */
export interface Shift {
  readonly seed: number;
  readonly plans: Iterable<RoundPlan>;
  /** What is planted into its platform. */
  readonly mutant?: MutantPlant;
  onRound(played: Played): void;
}

/** The rounds that were played in one world, and how everything stood when the last was over. */
export interface Worked {
  readonly played: readonly Played[];
  readonly inTheEnd: Discrepancies;
}

/** Boots a world and plays rounds in it until there are no more. */
export async function workShift({ seed, plans, mutant, onRound }: Shift): Promise<Worked> {
  const since = new Date();
  await using scene = await openScene(mutant);
  const played: Played[] = [];
  for (const plan of plans) {
    const each = await playRound(scene, seed, plan).catch((cause: unknown) => {
      throw brokenOff(seed, plan, cause);
    });
    played.push(each);
    onRound(each);
  }
  const posted = played.flatMap((each) => each.posted);
  return { played, inTheEnd: compare(posted, await keptSince(scene.database, since)) };
}

function brokenOff(seed: number, { round, victim, moment }: RoundPlan, cause: unknown): EnvironmentError {
  return new EnvironmentError({
    code: 'ROUND_BROKE_OFF',
    message: `Round ${round} (${victim}, ${moment}) could not be played to its end.`,
    details: describeError(cause).split('\n'),
    fix: `See it alone: npm run bench:durability -- --seed ${seed} --first ${round} --rounds 1 --control 0`,
  });
}

/** Works shifts, so many at a time. When one fails the others end with their round, and its error is thrown. */
export async function workShifts(shifts: readonly Shift[], atATime: number): Promise<readonly Worked[]> {
  const waiting = [...shifts];
  const worked: Worked[] = [];
  let isOver = false;
  const lane = async () => {
    try {
      for (let shift = waiting.shift(); shift && !isOver; shift = waiting.shift()) {
        worked.push(await workShift({ ...shift, plans: until(() => isOver, shift.plans) }));
      }
    } catch (error) {
      isOver = true;
      throw error;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atATime }, lane));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
  return worked;
}

function* until(isOver: () => boolean, plans: Iterable<RoundPlan>): Generator<RoundPlan> {
  for (const plan of plans) {
    if (isOver()) return;
    yield plan;
  }
}
