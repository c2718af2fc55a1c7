import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { layRun } from '../../harness/gate/test-support/sample.ts';
import { judged } from '../../harness/report/testing.ts';
import { inProject } from '../../harness/support/paths.ts';

/**
 * What the gate costs on the directory of a large run: report, log, list of files and a recording for each case. Prints
 * figures, asserts nothing.
 *
 *     npm run bench:gate -- [--cases 10000] [--rounds 3]
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { cases: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '3' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-gate-'));
  try {
    const results = Array.from({ length: Number(values.cases) }, (_, index) => judged(`v03-case-${index}`));
    await layRun(folder, { results });
    for (let round = 0; round < Number(values.rounds); round += 1) await measure(folder);
    process.stdout.write('target at 10,000 cases: under 5 s and 500 MB\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Tells the processor time of a process, and the memory that it had at most, on descriptor 3, when it ends. */
const REPORTER = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs';" +
    "process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();" +
    'writeSync(3, [Math.round((userCPUTime + systemCPUTime) / 1000), "ms of processor time,",' +
    'Math.round(maxRSS / 1024), "MB"].join(" ")); });',
)}`;

async function measure(folder: string): Promise<void> {
  const words = ['--import', REPORTER, inProject('scripts/assay.mjs'), 'gate', '--json', folder];
  const startedMs = performance.now();
  const { stdout, stdio } = await execa(process.execPath, words, {
    reject: false,
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  const tookMs = Math.round(performance.now() - startedMs);
  const { verdict, runs } = JSON.parse(stdout);
  process.stdout.write(`${tookMs} ms, ${stdio[3]}, ${verdict} over ${runs[0].judged} cases\n`);
}

await main();
