import { EXIT, type ExitCode } from '../../../harness/support/errors.ts';
import { counted } from '../../../harness/support/plural.ts';
import { playControl } from './control.ts';
import { type Options, optionsOf } from './options.ts';
import { planRound, type RoundPlan } from './plan.ts';
import type { Played } from './round.ts';
import { type Worked, workShifts } from './shift.ts';
import { renderTable } from './table.ts';
import { isSound, type Outcome, troubleIn } from './trouble.ts';

/** Plays the rounds that the command line asks for and prints what came of them. Throws `AssayError`. */
export async function benchDurability(
  argv: readonly string[],
  print: (text: string) => void,
  note: (text: string) => void,
): Promise<ExitCode> {
  const options = optionsOf(argv);
  print(
    `seed ${options.seed}: ${counted(options.rounds, 'round')} from ${options.first} on, ${options.control} of control, ${counted(options.workers, 'world')} at a time`,
  );
  const control = await playControl(options);
  const worked = await playRounds(options, note);
  const outcome: Outcome = { control, trouble: troubleIn(worked) };
  print(
    renderTable(
      worked.flatMap(({ played }) => played),
      outcome,
      options,
    ),
  );
  return isSound(outcome) ? EXIT.ok : EXIT.failed;
}

async function playRounds(options: Options, note: (text: string) => void): Promise<readonly Worked[]> {
  const { seed, rounds, workers } = options;
  if (rounds === 0) return [];
  const plans = plansOf(options);
  const onRound = progress(rounds, note);
  const shift = { seed, plans: { [Symbol.iterator]: () => plans }, onRound };
  return await workShifts(Array(Math.min(workers, rounds)).fill(shift), workers);
}

/** Taken from by all worlds: whichever is free plays the next one. */
function* plansOf({ seed, first, rounds }: Options): Generator<RoundPlan> {
  for (let round = first; round < first + rounds; round += 1) yield planRound(seed, round);
}

const EVERY = 50;

function progress(rounds: number, note: (text: string) => void): (played: Played) => void {
  const startedMs = performance.now();
  let [done, lost] = [0, 0];
  return (played) => {
    done += 1;
    lost += played.lost.length;
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    if (done % EVERY === 0) note(`${done} of ${rounds} rounds, ${lost} lost, ${seconds} s`);
  };
}
