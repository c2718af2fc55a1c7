import { AssayError, EXIT, type ExitCode } from '../../../harness/support/errors.ts';
import { counted } from '../../../harness/support/plural.ts';
import { playControl } from './control.ts';
import { type Options, optionsOf } from './options.ts';
import { planRound, type RoundPlan } from './plan.ts';
import type { Played } from './round.ts';
import { type Worked, workShifts } from './shift.ts';
import { controlInWords, figuresOf, reproductions } from './table.ts';
import { isSound, troubleIn } from './trouble.ts';

/** Plays the rounds that the command line asks for and prints what came of them. Throws `AssayError`. */
export async function benchDurability(
  argv: readonly string[],
  print: (text: string) => void,
  note: (text: string) => void,
): Promise<ExitCode> {
  const options = optionsOf(argv);
  print(headline(options));
  const control = await playControl(options);
  if (control.length > 0) print(controlInWords(control));
  const worked = await playRounds(options, note);
  const played = worked.flatMap((each) => each.played);
  const trouble = troubleIn(worked);
  for (const line of [...figuresOf(played, trouble), ...reproductions(trouble, options.seed)]) print(line);
  if (!isSound({ control, trouble })) return EXIT.failed;
  if (played.length > 0 && !played.some(({ promises }) => promises > 0)) throw nothingToLose(options);
  return EXIT.ok;
}

function headline({ seed, rounds, first, control, workers }: Options): string {
  return `seed ${seed}, ${counted(rounds, 'round')} from number ${first} on, ${control} of control, ${counted(workers, 'world')} at a time`;
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

function nothingToLose({ rounds }: Options): AssayError {
  return new AssayError({
    code: 'NOTHING_TO_LOSE',
    message: `In ${counted(rounds, 'round')} no message was acknowledged before its kill, so none could be lost.`,
    fix: 'Play more rounds, or look at the log of the platform.',
  });
}
