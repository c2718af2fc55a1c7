import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const ASSAY = join(PROJECT, 'scripts/assay.mjs');

/** Tells what a Node process used, on descriptor 3, when it ends. */
const REPORTER = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs';" +
    "process.on('exit', () => { const { userCPUTime, maxRSS } = process.resourceUsage();" +
    'writeSync(3, JSON.stringify({ userMs: userCPUTime / 1000, peakMb: maxRSS / 1024 })); });',
)}`;

/** What one run of a program took. */
export interface Cost {
  readonly wallMs: number;
  readonly userMs: number | undefined;
  readonly peakMb: number | undefined;
  readonly exitCode: number | null;
}

/** The run with the least processor time: other work on the machine only ever adds. */
export async function best(rounds: number, run: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await run());
  const [first] = costs.sort((a, b) => (a.userMs ?? a.wallMs) - (b.userMs ?? b.wallMs));
  if (!first) throw new Error('--rounds must be at least 1');
  return first;
}

/** Runs our command in a process of its own. */
export function runAssay(args: readonly string[]): Promise<Cost> {
  return run([process.execPath, '--import', REPORTER, ASSAY, ...args], PROJECT, (told) => JSON.parse(told));
}

/** Runs a program under GNU time where that is installed; else only the clock is known. */
export async function runTool(command: readonly string[], cwd: string): Promise<Cost> {
  if (!isInstalled('/usr/bin/time')) return run(command, cwd, () => ({}));
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-time-'));
  try {
    const file = join(folder, 'used');
    return await run(['/usr/bin/time', '-q', '-f', '%U %M', '-o', file, ...command], cwd, () => {
      const [seconds = 0, kilobytes = 0] = readFileSync(file, 'utf8').trim().split(' ').map(Number);
      return { userMs: seconds * 1000, peakMb: kilobytes / 1024 };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(
  [program = '', ...args]: readonly string[],
  cwd: string,
  read: (told: string) => { readonly userMs?: number; readonly peakMb?: number },
): Promise<Cost> {
  const startedMs = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      const wallMs = performance.now() - startedMs;
      const { userMs, peakMb } = read(told);
      resolve({ wallMs, userMs, peakMb, exitCode });
    });
  });
}

/** True where the machine has a program. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** What a command of ours says as one JSON document. */
export function assayJson(args: readonly string[]): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, [ASSAY, ...args, '--json'], {
    cwd: PROJECT,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (stdout === '') throw new Error(`assay ${args.join(' ')} said nothing but: ${stderr}`);
  return JSON.parse(stdout);
}

/** One line of figures. */
export function show(name: string, { wallMs, userMs, peakMb, exitCode }: Cost): void {
  const figure = (value: number | undefined, unit: string, digits: number) =>
    value === undefined ? `    – ${unit}` : `${value.toFixed(digits).padStart(6)} ${unit}`;
  const seconds = (ms: number | undefined) => figure(ms === undefined ? undefined : ms / 1000, 's', 2);
  print(
    `  ${name.padEnd(26)} wall ${seconds(wallMs)}   user ${seconds(userMs)}   peak ${figure(peakMb, 'MB', 0)}   exit ${exitCode}`,
  );
}

/** One line. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
