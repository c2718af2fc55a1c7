import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { inProject } from '../../harness/support/paths.ts';
import { type Cost, costOf } from './cost.ts';

/**
 * How long somebody waits who runs one case after the other: least and median of wall and processor time over `--runs`
 * runs each, in alternation. Processor time is that of the command and of everything that it started and waited for.
 *
 *     npm run bench:inner-loop -- [--runs 7] [--case v03-text@strict]
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

async function compare(
  cwd: string,
  runs: number,
  commands: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const samples = new Map<string, Cost[]>(Object.keys(commands).map((name) => [name, []]));
  for (const words of Object.values(commands)) await costOf(cwd, words);
  for (let run = 0; run < runs; run += 1) {
    for (const [name, words] of Object.entries(commands)) samples.get(name)?.push(await costOf(cwd, words));
  }
  print(`${''.padEnd(20)} wall min  median     cpu min  median   (ms, ${runs} runs)`);
  for (const [name, taken] of samples) {
    const [wall, cpu] = [taken.map(({ wallMs }) => wallMs), taken.map(({ cpuMs }) => cpuMs)];
    print(`${name.padEnd(20)} ${figures(wall)}    ${figures(cpu)}`);
  }
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
