import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS, type Check, type Tally } from './checks.ts';
import { provideSurroundings } from './surroundings.ts';

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
  conclude(chosen, tallies);
  const { failed, passed } = sum(tallies);
  return failed > 0 || passed === 0 ? 1 : 0;
}

async function runCheck(check: Check, folder: string): Promise<Tally> {
  const startedMs = performance.now();
  process.stdout.write(`\n── ${check.name}\n`);
  const tally = await runWithin(check, folder).catch((error: unknown): Tally => {
    const words = error instanceof Error ? error.message : String(error);
    process.stdout.write(`${words}\n`);
    return { passed: 0, failed: 1, names: [words.split('\n')[0] ?? ''] };
  });
  process.stdout.write(`${check.name}: ${inWords(tally)} (${seconds(startedMs)} s)\n`);
  return tally;
}

async function runWithin({ needs, run }: Check, folder: string): Promise<Tally> {
  if (needs !== 'surroundings') return run(folder);
  await using surroundings = await provideSurroundings();
  process.stdout.write(surroundings.lines.map((line) => `${line}\n`).join(''));
  return await run(folder);
}

function conclude(checks: readonly Check[], tallies: readonly Tally[]): void {
  const lines = tallies.flatMap(({ failed, names, inconclusive = [] }, index) => [
    ...inconclusive.map((name) => `inconclusive, not counted: ${name}`),
    ...(failed > 0 ? [`failed in ${checks[index]?.name}:`, ...shown(names)] : []),
  ]);
  process.stdout.write(`\n${[...lines, inWords(sum(tallies))].join('\n')}\n`);
}

const SHOWN = 20;

function shown(names: readonly string[]): readonly string[] {
  const more = names.length > SHOWN ? [`  and ${names.length - SHOWN} more`] : [];
  return [...names.slice(0, SHOWN).map((name) => `  ${name}`), ...more];
}

function sum(tallies: readonly Tally[]): Pick<Tally, 'passed' | 'failed'> {
  return tallies.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

function inWords({ passed, failed }: Pick<Tally, 'passed' | 'failed'>): string {
  return `${passed} passed, ${failed} failed`;
}

function seconds(startedMs: number): string {
  return ((performance.now() - startedMs) / 1000).toFixed(1);
}
