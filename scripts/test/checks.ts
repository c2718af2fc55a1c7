import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { renderProof } from '../../harness/cli/proof.ts';
import { printable } from '../../harness/report/printable.ts';
import type { Report } from '../../harness/report/report.ts';
import { isTrouble } from '../../harness/report/words.ts';
import { projectRoot } from '../../harness/support/paths.ts';
import { added, asFailed, atLeastOneWrong, type Tally } from './tally.ts';
import { tallyOf, vitestInto } from './unit-tests.ts';

export interface Check {
  readonly name: string;
  /** A browser and a container engine, where they can be had. */
  readonly needs?: 'surroundings';
  /** `folder` is a temporary one that all checks share. */
  readonly run: (folder: string) => Promise<Tally>;
}

/** What `npm test` consists of, cheapest first. */
export const CHECKS: readonly Check[] = [
  { name: 'format and lint', run: () => command('biome', 'check', '.') },
  { name: 'types', run: () => command('tsc', '--noEmit') },
  { name: 'unit', needs: 'surroundings', run: unit },
  { name: 'corpus check', run: () => assay('corpus', 'check') },
  { name: 'suites, and their proof by mutants', run: suitesAndMutants },
  { name: 'proof by neutral variants', run: variants },
  { name: 'proof by broken subjects', run: brokenSubjects },
];

/** One command that passes or fails as a whole; what it prints goes to the terminal. */
async function command(program: string, ...args: readonly string[]): Promise<Tally> {
  const { exitCode } = await execa(program, args, { ...SETTING, stdio: ['ignore', 'inherit', 'inherit'] });
  const line = [program, ...args].join(' ');
  return exitCode === 0 ? { passed: 1, failed: 0, names: [] } : { passed: 0, failed: 1, names: [line] };
}

async function unit(folder: string): Promise<Tally> {
  const file = join(folder, 'unit.json');
  const { args, env } = vitestInto(file, process.stdout.isTTY);
  const { exitCode } = await execa('vitest', args, {
    ...SETTING,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { testResults } = await readJson(file);
  return atLeastOneWrong(exitCode, tallyOf(testResults));
}

/** A proof by mutants begins with a run of all suites, which need not be made twice. */
async function suitesAndMutants(folder: string): Promise<Tally> {
  const killed = await mutants(folder).catch(asFailed);
  return added(suites(await readJson(join(folder, 'mutants', 'baseline', 'report.json'))), killed);
}

function suites({ totals, cases, exitCode }: Report): Tally {
  const { passed, failed, inconclusive, errored } = totals;
  const red = cases.filter(isTrouble);
  for (const { id, reason = '' } of red) process.stdout.write(`✗ ${printable(`${id}  ${reason}`)}\n`);
  const names = red.map(({ reproduce }) => reproduce);
  return atLeastOneWrong(exitCode, { passed, failed: failed + inconclusive + errored, names });
}

async function mutants(folder: string): Promise<Tally> {
  const { exitCode, report } = await proven(folder, 'mutants');
  const killed = report.mutants.filter(({ verdict }: { verdict: string }) => verdict === 'killed').length;
  const failed = report.mutants.length - killed + report.unkilled.length;
  return atLeastOneWrong(exitCode, { passed: killed, failed, names: report.reasons });
}

async function variants(folder: string): Promise<Tally> {
  const { exitCode, report } = await proven(folder, 'neutral', '--neutral', '--sample', '30');
  const quiet = report.neutral.filter(({ verdict }: { verdict: string }) => verdict === 'quiet').length;
  return atLeastOneWrong(exitCode, {
    passed: quiet,
    failed: report.neutral.length - quiet,
    names: report.reasons,
  });
}

async function brokenSubjects(folder: string): Promise<Tally> {
  const { exitCode, report } = await proven(folder, 'broken', '--broken');
  const sound = report.broken.filter(
    ({ vacuous }: { vacuous: readonly string[] }) => vacuous.length === 0,
  ).length;
  return atLeastOneWrong(exitCode, {
    passed: sound,
    failed: report.broken.length - sound,
    names: report.reasons,
  });
}

/** What a proof found is printed at once: its folder goes when all checks are done. */
async function proven(folder: string, name: string, ...flags: readonly string[]) {
  const judgement = await judged(['prove', ...flags, '--out', join(folder, name), '--json']);
  process.stdout.write(renderProof(judgement.report, process.stdout.isTTY));
  return judgement;
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

async function readJson(file: string) {
  return JSON.parse(await readFile(file, 'utf8'));
}

const SETTING = { cwd: projectRoot, preferLocal: true, reject: false } as const;
