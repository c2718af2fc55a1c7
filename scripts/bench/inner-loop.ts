import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { inProject } from '../../harness/support/paths.ts';

/**
 * How long somebody waits who runs one case after the other: least and median of wall and processor time over `--runs`
 * runs each, in alternation. Processor time is that of the command and of everything that it started and waited for.
 *
 *     npx tsx scripts/bench/inner-loop.ts [--runs 7] [--case v03-text@strict]
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '7' }, case: { type: 'string', default: 'v03-text@strict' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-'));
  const world = JSON.parse((await assay(folder, 'up', '--json')).stdout).id;
  try {
    const one = ['run', '--grep', `^corpus/${values.case}$`];
    await compare(folder, Number(values.runs), {
      'node, doing nothing': ['-e', '0'],
      'assay --help': [ASSAY, '--help'],
      'one case, cold': [ASSAY, ...one],
      'one case, --world': [ASSAY, ...one, '--world', world],
    });
  } finally {
    await assay(folder, 'down', world);
    rmSync(folder, { recursive: true });
  }
}

const ASSAY = inProject('scripts/assay.mjs');

function assay(cwd: string, ...words: readonly string[]) {
  return execa(process.execPath, [ASSAY, ...words], { cwd });
}

interface Sample {
  readonly wallMs: number;
  readonly cpuMs: number;
}

async function compare(
  cwd: string,
  runs: number,
  commands: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const samples = new Map<string, Sample[]>(Object.keys(commands).map((name) => [name, []]));
  for (const words of Object.values(commands)) await measure(cwd, words);
  for (let run = 0; run < runs; run += 1) {
    for (const [name, words] of Object.entries(commands)) samples.get(name)?.push(await measure(cwd, words));
  }
  print(`${''.padEnd(20)} wall min  median     cpu min  median   (ms, ${runs} runs)`);
  for (const [name, taken] of samples) {
    const [wall, cpu] = [taken.map(({ wallMs }) => wallMs), taken.map(({ cpuMs }) => cpuMs)];
    print(`${name.padEnd(20)} ${figures(wall)}    ${figures(cpu)}`);
  }
}

/** Runs Node with the given words in a shell, which can tell the processor time of all that it has waited for. */
async function measure(cwd: string, words: readonly string[]): Promise<Sample> {
  const startedMs = performance.now();
  const script = '"$@" >/dev/null 2>&1 || exit 1; times';
  const { stdout } = await execa('sh', ['-c', script, 'sh', process.execPath, ...words], { cwd });
  return { wallMs: performance.now() - startedMs, cpuMs: childrenMs(stdout) };
}

/** The second line of `times`: user and system time of the children, such as `0m1.23s 0m0.45s`. */
function childrenMs(times: string): number {
  const parts = [...(times.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
}

function figures(values: readonly number[]): string {
  const sorted = [...values].sort((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return [sorted[0] ?? 0, median].map((value) => String(Math.round(value)).padStart(7)).join(' ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
