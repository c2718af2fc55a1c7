import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import type { ProofReport } from '../../harness/prove/proof.ts';
import { inProject, projectRoot } from '../../harness/support/paths.ts';
import { costOf } from './cost.ts';

/**
 * What a proof costs: the one of a change in a single file, and the whole one. Prints figures, asserts nothing but that
 * both are proven. The change is made in git alone: no file is touched.
 *
 *     npm run bench:prove -- [--file compose/platform/a2a/message-rules.ts] [--rounds 3] [--no-whole]
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      file: { type: 'string', default: 'compose/platform/a2a/message-rules.ts' },
      rounds: { type: 'string', default: '3' },
      whole: { type: 'boolean', default: true },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'assay-bench-prove-'));
  try {
    const since = await commitBefore(values.file, folder);
    print(`a change in ${values.file}`);
    for (let round = 0; round < Number(values.rounds); round += 1) {
      await measure(folder, 'prove --changed', ['--changed', since]);
    }
    if (values.whole) await measure(folder, 'prove', []);
    print(
      'targets on 2 idle cores: a change in one policy file under 20 s, the whole catalogue under 5 minutes',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A commit of the working tree as it is, but for one file, so that this file alone has changed since. */
async function commitBefore(file: string, folder: string): Promise<string> {
  const env = { GIT_INDEX_FILE: join(folder, 'index') };
  const git = async (words: readonly string[], input = '') =>
    (await execa('git', words, { cwd: projectRoot, env, input })).stdout;
  await git(['read-tree', 'HEAD']);
  await git(['add', '--all']);
  const other = `${readFileSync(inProject(file), 'utf8')}\n// As it was before.\n`;
  const blob = await git(['hash-object', '-w', '--stdin'], other);
  await git(['update-index', '--cacheinfo', `100644,${blob},${file}`]);
  const who = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost'];
  return await git([...who, 'commit-tree', await git(['write-tree']), '-m', 'Before the change']);
}

async function measure(folder: string, name: string, words: readonly string[]): Promise<void> {
  const output = join(folder, 'proof.json');
  const command = [
    inProject('scripts/assay.mjs'),
    'prove',
    ...words,
    '--json',
    '--out',
    join(folder, 'proof'),
  ];
  const { wallMs, cpuMs } = await costOf(folder, command, output);
  const { mutants, narrowing }: ProofReport = JSON.parse(readFileSync(output, 'utf8'));
  const cases = mutants.reduce((sum, mutant) => sum + mutant.cases.length, 0);
  const of = narrowing ? ` of ${narrowing.of}` : '';
  print(
    `  ${name.padEnd(16)} wall ${seconds(wallMs)}   cpu ${seconds(cpuMs)}   ${mutants.length}${of} mutants killed, ${cases} cases red`,
  );
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).padStart(6)} s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
