import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS, type Check } from './checks.ts';
import { provideSurroundings } from './surroundings.ts';
import { asFailed, closingLines, exitCodeOf, inWords, type Tally } from './tally.ts';

/**
 * Runs the checks whose names are given, or all of them. What failed is named last, with a line that tries it again,
 * and the very last line is `N passed, N failed`. Answers the exit code.
 */
export async function testEverything(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !CHECKS.some((check) => check.name === name));
  if (unknown !== undefined) {
    process.stderr.write(`There is no check "${unknown}": ${CHECKS.map(({ name }) => name).join(', ')}.\n`);
    return 3;
  }
  const chosen = names.length === 0 ? CHECKS : CHECKS.filter(({ name }) => names.includes(name));
  const folder = await mkdtemp(join(tmpdir(), 'assay-test-'));
  const tallies: Tally[] = [];
  for (const check of chosen) tallies.push(await runCheck(check, folder));
  await rm(folder, { recursive: true, force: true });
  const closing = closingLines(
    chosen.map(({ name }) => name),
    tallies,
  );
  process.stdout.write(`\n${closing.join('\n')}\n`);
  return exitCodeOf(tallies);
}

async function runCheck(check: Check, folder: string): Promise<Tally> {
  const startedMs = performance.now();
  process.stdout.write(`\n── ${check.name}\n`);
  const tally = await runWithin(check, folder).catch(asFailed);
  process.stdout.write(`${check.name}: ${inWords(tally)} (${seconds(startedMs)} s)\n`);
  return tally;
}

async function runWithin({ needs, run }: Check, folder: string): Promise<Tally> {
  if (needs !== 'surroundings') return run(folder);
  await using surroundings = await provideSurroundings();
  process.stdout.write(surroundings.lines.map((line) => `${line}\n`).join(''));
  return await run(folder);
}

function seconds(startedMs: number): string {
  return ((performance.now() - startedMs) / 1000).toFixed(1);
}
