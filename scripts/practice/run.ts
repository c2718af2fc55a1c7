import { EXIT, type ExitCode } from '../../harness/support/errors.ts';
import { type Bench, judgeRuntime } from './judge.ts';
import { startModel } from './model.ts';
import { optionsOf } from './options.ts';
import { findPython } from './python.ts';
import { renderTally } from './render.ts';
import { provideRuntime } from './runtime-venv.ts';
import { isWhole, type Tally } from './tally.ts';

/** Installs what is asked for, judges it, and prints what it came to. Throws what keeps it from that. */
export async function practise(argv: readonly string[], print: (text: string) => void): Promise<ExitCode> {
  const { folder, runtimes, trials } = optionsOf(argv);
  const python = await findPython();
  const benches: Bench[] = [];
  for (const runtime of runtimes)
    benches.push({ runtime, folder, venv: await provideRuntime(runtime, { folder, python, print }) });
  await using model = await startModel();
  const tallies: Tally[] = [];
  for (const bench of benches) {
    print(`${bench.runtime.name}: judging it`);
    tallies.push(await judgeRuntime(bench, { modelUrl: model.url, trials }));
  }
  for (const tally of tallies) print(`\n${renderTally(tally)}`);
  return tallies.every(isWhole) ? EXIT.ok : EXIT.unjudged;
}
