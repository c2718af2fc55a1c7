import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { projectRoot } from '../../harness/support/paths.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export interface Check {
  readonly name: string;
  /** `folder` is a temporary one that all checks share. */
  readonly run: (folder: string) => Promise<Tally>;
}

/** What `npm test` consists of, cheapest first. */
export const CHECKS: readonly Check[] = [
  { name: 'format and lint', run: () => command('biome', 'check', '.') },
  { name: 'types', run: () => command('tsc', '--noEmit') },
  { name: 'unit', run: unit },
  { name: 'corpus check', run: () => assay('corpus', 'check') },
  { name: 'suites', run: suites },
  { name: 'proof by mutants', run: mutants },
  { name: 'proof by broken subjects', run: brokenSubjects },
];

/** One command that passes or fails as a whole; what it prints goes to the terminal. */
async function command(program: string, ...args: readonly string[]): Promise<Tally> {
  const { exitCode } = await execa(program, args, { ...SETTING, stdio: ['ignore', 'inherit', 'inherit'] });
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function unit(folder: string): Promise<Tally> {
  const file = join(folder, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { exitCode } = await execa('vitest', ['run', ...reporters], {
    ...SETTING,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { numPassedTests: passed, numFailedTests: failed, testResults } = await readJson(file);
  for (const name of inconclusiveNames(testResults))
    process.stdout.write(`inconclusive, not counted: ${name}\n`);
  return atLeastOneWrong(exitCode, { passed, failed });
}

interface FileResult {
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}

/** Tests that could not run here say why in their names; only those that need an engine may. */
function inconclusiveNames(files: readonly FileResult[]): readonly string[] {
  return files.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'skipped' || status === 'pending')
      .map(({ fullName }) => fullName),
  );
}

async function suites(folder: string): Promise<Tally> {
  const { exitCode, report } = await judged(['run', '--out', join(folder, 'run'), '--json']);
  const { planned, passed } = report.totals;
  const policies = report.totals.policyAsRecorded + report.totals.policyChanged;
  return atLeastOneWrong(exitCode, { passed, failed: planned - passed - policies });
}

async function mutants(folder: string): Promise<Tally> {
  const { exitCode, report } = await judged(['prove', '--out', join(folder, 'proof'), '--json']);
  const killed = report.mutants.filter(({ verdict }: { verdict: string }) => verdict === 'killed').length;
  return atLeastOneWrong(exitCode, {
    passed: killed,
    failed: report.mutants.length - killed + report.unkilled.length,
  });
}

async function brokenSubjects(folder: string): Promise<Tally> {
  const { exitCode, report } = await judged(['prove', '--broken', '--out', join(folder, 'broken'), '--json']);
  const sound = report.broken.filter(
    ({ vacuous }: { vacuous: readonly string[] }) => vacuous.length === 0,
  ).length;
  return atLeastOneWrong(exitCode, { passed: sound, failed: report.broken.length - sound });
}

async function judged(args: readonly string[]) {
  const { exitCode, stdout } = await execa(process.execPath, ['scripts/assay.mjs', ...args], {
    ...SETTING,
    stdin: 'ignore',
    stderr: 'inherit',
    maxBuffer: 512 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(`assay ${args.join(' ')} printed no report (exit ${exitCode}).`);
  return { exitCode, report: JSON.parse(stdout) };
}

function assay(...args: readonly string[]): Promise<Tally> {
  return command(process.execPath, 'scripts/assay.mjs', ...args);
}

/** A check whose exit code is not 0 has failed, whatever its figures say. */
function atLeastOneWrong(exitCode: number | undefined, tally: Tally): Tally {
  return exitCode === 0 ? tally : { ...tally, failed: Math.max(1, tally.failed) };
}

async function readJson(file: string) {
  return JSON.parse(await readFile(file, 'utf8'));
}

const SETTING = { cwd: projectRoot, preferLocal: true, reject: false } as const;
