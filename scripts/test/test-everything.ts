import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS, type Tally } from './checks.ts';

/** Runs the checks whose names are given, or all of them; prints `N passed, N failed` last. Answers the exit code. */
export async function testEverything(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !CHECKS.some((check) => check.name === name));
  if (unknown !== undefined) {
    process.stderr.write(`There is no check "${unknown}": ${CHECKS.map(({ name }) => name).join(', ')}.\n`);
    return 3;
  }
  const chosen = names.length === 0 ? CHECKS : CHECKS.filter(({ name }) => names.includes(name));
  const folder = await mkdtemp(join(tmpdir(), 'assay-test-'));
  const tallies: Tally[] = [];
  for (const { name, run } of chosen) {
    const startedMs = performance.now();
    process.stdout.write(`\n── ${name}\n`);
    const tally = await run(folder).catch((error: unknown) => {
      process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return { passed: 0, failed: 1 };
    });
    tallies.push(tally);
    process.stdout.write(`${name}: ${inWords(tally)} (${seconds(startedMs)} s)\n`);
  }
  await rm(folder, { recursive: true, force: true });
  const total = sum(tallies);
  process.stdout.write(`\n${inWords(total)}\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

function inWords({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

function seconds(startedMs: number): string {
  return ((performance.now() - startedMs) / 1000).toFixed(1);
}
