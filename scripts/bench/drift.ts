import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { best, isInstalled, PROJECT, print, runAssay, runTool, show } from './drift-cost.ts';
import { SHAPES, type Shape, writeShape } from './drift-shapes.ts';
import { writeTree } from './drift-tree.ts';
import { measurePlanted } from './drift-trees.ts';

/**
 * What the drift checks cost on generated Go trees, each check in a process of its own as a person would run it, beside
 * `grep -rn` and, where Go is installed, `go vet` over the same tree. Prints figures; asserts nothing but with `--trees`.
 *
 *     npm run bench:drift -- [--files 250,500,1000,2000] [--lines 200] [--migrations 100] [--rounds 3] [--shared]
 *     npm run bench:drift -- --shapes names,callers,long [--files 250,500,1000,2000,4000] [--rounds 3]
 *     npm run bench:drift -- --trees [--files 3000] [--rounds 3]
 *
 * With `--shared` every file has the same names as all others, among them those that rules ask for. With `--shapes` the
 * enum check alone reads trees on which following could cost more than in proportion to their size. With `--trees` it
 * reads a Go service and a TypeScript monorepo, clean and with drifts planted, and ends with 1 where it misses one or
 * finds what is none.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      files: { type: 'string' },
      lines: { type: 'string', default: '200' },
      migrations: { type: 'string', default: '100' },
      rounds: { type: 'string', default: '3' },
      seed: { type: 'string', default: '7' },
      shared: { type: 'boolean', default: false },
      shapes: { type: 'string' },
      trees: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const files = values.files ?? (values.trees ? '3000' : '250,500,1000,2000');
  const sizes = files.split(',').map(Number);
  if (values.trees) {
    for (const size of sizes) await measurePlanted(size, rounds);
    return;
  }
  if (values.shapes !== undefined) {
    for (const shape of shapesIn(values.shapes)) await measureShape(shape, sizes, rounds);
    return;
  }
  for (const goFiles of sizes) {
    await measureTree(
      {
        goFiles,
        linesPerFile: Number(values.lines),
        migrations: Number(values.migrations),
        seed: Number(values.seed),
        sharesNames: values.shared,
        base: join(PROJECT, 'specs/drift/fixtures/architecture/platform'),
      },
      rounds,
    );
  }
  print('target: both checks together under 3 s and 500 MB at 1000 files');
}

const RULES = join(PROJECT, 'specs/drift/packs/workspace-server.yaml');

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

await main();
