// `npm run test:node-lines [-- 22 24 latest] [checks…]`: `npm test` of this clone under other lines of Node.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { processEnv } from '../harness/config/process-env.ts';
import { projectRoot } from '../harness/support/paths.ts';

const LINES = ['20', '22', '24', 'latest'];

const asked = process.argv.slice(2);
const lines = asked.filter(isLine);
const checks = asked.filter((word) => !isLine(word));
const outcomes: string[] = [];
for (const line of lines.length > 0 ? lines : LINES) outcomes.push(await testUnder(line));
process.stdout.write(`\n${outcomes.join('\n')}\n`);

/** Tests a copy of what lies here, without what git ignores: packages are installed anew for each line. Answers what it came to. */
async function testUnder(line: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `assay-node-${line}-`));
  try {
    const bin = await provideNode(folder, line);
    const { stdout: version } = await execa(join(bin, 'node'), ['--version']);
    const clone = join(folder, 'assay');
    await execa('git', ['clone', '--quiet', projectRoot, clone]);
    const changed = await bringChanges(clone);
    const what =
      changed === 0 ? 'what is committed' : `what is committed, and ${changed} files as they are here`;
    process.stdout.write(`\n══ Node ${version}, on ${what}\n`);
    const { exitCode } = await execa('npm', ['test', ...(checks.length > 0 ? ['--', ...checks] : [])], {
      cwd: clone,
      env: { PATH: `${bin}:${processEnv.PATH}` },
      stdio: ['ignore', 'inherit', 'inherit'],
      reject: false,
    });
    if (exitCode !== 0) process.exitCode = 1;
    return `Node ${version}: ${exitCode === 0 ? 'passed' : `failed (exit ${exitCode})`}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes the copy what the clone is at this moment, whatever is committed; answers how many files that took. */
async function bringChanges(clone: string): Promise<number> {
  const list = async (...words: readonly string[]) =>
    (await execa('git', [...words, '-z'], { cwd: projectRoot })).stdout.split('\0').filter(Boolean);
  const changed = await list('diff', 'HEAD', '--name-only', '--no-renames');
  const files = [...changed, ...(await list('ls-files', '--others', '--exclude-standard'))];
  for (const file of files) {
    await rm(join(clone, file), { force: true });
    if (!existsSync(join(projectRoot, file))) continue;
    await mkdir(dirname(join(clone, file)), { recursive: true });
    await cp(join(projectRoot, file), join(clone, file), { verbatimSymlinks: true });
  }
  return files.length;
}

/** The program of a line from npm's package `node`, without running any script of it. */
async function provideNode(folder: string, line: string): Promise<string> {
  const { platform, arch } = process;
  const { stdout } = await execa('npm', ['view', `node@${line}`, 'version', '--json']);
  const versions = [JSON.parse(stdout)].flat();
  const program = `node-${platform}-${arch}@${versions.at(-1)}`;
  const settings = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  await execa('npm', ['install', '--prefix', join(folder, 'node'), ...settings, program]);
  return join(folder, 'node/node_modules', `node-${platform}-${arch}`, 'bin');
}

function isLine(word: string): boolean {
  return /^\d+(\.\d+)*$/.test(word) || word === 'latest';
}
