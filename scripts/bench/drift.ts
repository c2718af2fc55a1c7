import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SHAPES, type Shape, writeShape } from './drift-shapes.ts';
import { writeTree } from './drift-tree.ts';

/**
 * What the drift checks cost on generated Go trees, each check in a process of its own as a person would run it, beside
 * `grep -rn` and, where Go is installed, `go vet` over the same tree. Prints figures, asserts nothing.
 *
 *     npm run bench:drift -- [--files 250,500,1000,2000] [--lines 200] [--migrations 100] [--rounds 3] [--shared]
 *     npm run bench:drift -- --shapes names,callers,long [--files 250,500,1000,2000,4000] [--rounds 3]
 *
 * With `--shared` every file has the same names as all others, among them those that rules ask for. With `--shapes` the
 * enum check alone reads trees on which following could cost more than in proportion to their size.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '250,500,1000,2000' },
      lines: { type: 'string', default: '200' },
      migrations: { type: 'string', default: '100' },
      rounds: { type: 'string', default: '3' },
      seed: { type: 'string', default: '7' },
      shared: { type: 'boolean', default: false },
      shapes: { type: 'string' },
    },
  });
  if (values.shapes !== undefined) {
    for (const shape of shapesIn(values.shapes))
      await measureShape(shape, values.files.split(',').map(Number), Number(values.rounds));
    return;
  }
  for (const goFiles of values.files.split(',').map(Number)) {
    await measureTree(
      {
        goFiles,
        linesPerFile: Number(values.lines),
        migrations: Number(values.migrations),
        seed: Number(values.seed),
        sharesNames: values.shared,
        base: join(PROJECT, 'specs/drift/fixtures/architecture/platform'),
      },
      Number(values.rounds),
    );
  }
  print('target: both checks together under 3 s and 500 MB at 1000 files');
}

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const ASSAY = join(PROJECT, 'scripts/assay.mjs');
const RULES = join(PROJECT, 'specs/drift/packs/workspace-server.yaml');

/** Tells what a Node process used, on descriptor 3, when it ends. */
const REPORTER = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs';" +
    "process.on('exit', () => { const { userCPUTime, maxRSS } = process.resourceUsage();" +
    'writeSync(3, JSON.stringify({ userMs: userCPUTime / 1000, peakMb: maxRSS / 1024 })); });',
)}`;

interface Cost {
  readonly wallMs: number;
  readonly userMs: number | undefined;
  readonly peakMb: number | undefined;
  readonly exitCode: number | null;
}

async function measureTree(plan: Parameters<typeof writeTree>[1], rounds: number): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'assay-bench-drift-'));
  try {
    const lines = writeTree(root, plan);
    print(`${plan.goFiles} Go files, ${lines} lines, ${plan.migrations} migrations`);
    const enums = await best(rounds, () => runAssay(['drift', 'enum', '--config', `${root}/enum.yaml`]));
    const rules = await best(rounds, () =>
      runAssay(['drift', 'architecture', '--config', RULES, '--root', root]),
    );
    show('assay drift enum', enums);
    show('assay drift architecture', rules);
    show('both', {
      wallMs: enums.wallMs + rules.wallMs,
      userMs: (enums.userMs ?? 0) + (rules.userMs ?? 0),
      peakMb: Math.max(enums.peakMb ?? 0, rules.peakMb ?? 0),
      exitCode: Math.max(enums.exitCode ?? 2, rules.exitCode ?? 2),
    });
    const word = 'status = |provisioning|hibernated';
    show('grep -rnE', await best(rounds, () => runTool(['grep', '-rnE', word, root], root)));
    if (isInstalled('go')) await vet(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function shapesIn(list: string): readonly Shape[] {
  return list.split(',').map((name) => {
    const shape = SHAPES.find((each) => each === name);
    if (!shape) throw new Error(`--shapes knows ${SHAPES.join(', ')}, not ‘${name}’`);
    return shape;
  });
}

/** Beside each figure stands what a thousand lines cost: in a linear check, that stays. */
async function measureShape(shape: Shape, sizes: readonly number[], rounds: number): Promise<void> {
  for (const size of sizes) {
    const root = mkdtempSync(join(tmpdir(), 'assay-bench-drift-'));
    try {
      const { files, lines } = writeShape(root, shape, size);
      const cost = await best(rounds, () => runAssay(['drift', 'enum', '--config', `${root}/enum.yaml`]));
      show(`${shape}: ${files} files`, cost);
      print(`    ${lines} lines, ${(((cost.userMs ?? 0) * 1000) / lines).toFixed(0)} ms for 1000`);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
}

/** The first run compiles the standard library, so the second one is what counts. */
async function vet(root: string): Promise<void> {
  const command = ['go', 'vet', './internal/bench...'];
  show('go vet, first run', await runTool(command, root));
  show('go vet, second run', await runTool(command, root));
}

/** The run with the least processor time: other work on the machine only ever adds. */
async function best(rounds: number, run: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await run());
  const [first] = costs.sort((a, b) => (a.userMs ?? a.wallMs) - (b.userMs ?? b.wallMs));
  if (!first) throw new Error('--rounds must be at least 1');
  return first;
}

function runAssay(args: readonly string[]): Promise<Cost> {
  return run([process.execPath, '--import', REPORTER, ASSAY, ...args], PROJECT, (told) => JSON.parse(told));
}

/** Runs a program under GNU time where that is installed; else only the clock is known. */
async function runTool(command: readonly string[], cwd: string): Promise<Cost> {
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

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

function show(name: string, { wallMs, userMs, peakMb, exitCode }: Cost): void {
  const figure = (value: number | undefined, unit: string, digits: number) =>
    value === undefined ? `    – ${unit}` : `${value.toFixed(digits).padStart(6)} ${unit}`;
  const seconds = (ms: number | undefined) => figure(ms === undefined ? undefined : ms / 1000, 's', 2);
  print(
    `  ${name.padEnd(26)} wall ${seconds(wallMs)}   user ${seconds(userMs)}   peak ${figure(peakMb, 'MB', 0)}   exit ${exitCode}`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
