import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCorpus, loadCorpus } from '../corpus/index.ts';
import { judgeMutant, type MutantResult } from '../mutants/judge.ts';
import type { CorpusMutant, Mutant, ServiceMutant } from '../mutants/mutant.ts';
import { plantOf } from '../mutants/plant-of.ts';
import { resolveKills } from '../mutants/resolve.ts';
import type { Report } from '../report/report.ts';
import { run } from '../run.ts';
import { AssayError } from '../support/errors.ts';
import { type ProveJob, stepOf } from './job.ts';
import { sample } from './sample.ts';
import { gatedGreen } from './unkilled.ts';

const UNRELATED_CASES = 10;

/** Plants each mutant on its own and judges it, one after the other. */
export async function proveMutants(job: ProveJob, baseline: Report): Promise<readonly MutantResult[]> {
  const results: MutantResult[] = [];
  for (const mutant of job.mutants) {
    if (job.signal.aborted) break;
    const result = await proveMutant(job, mutant, baseline);
    results.push(result);
    job.display.note(`${mutant.id} ${result.verdict} (${result.cases.length} cases): ${mutant.title}`);
  }
  return results;
}

function proveMutant(job: ProveJob, mutant: Mutant, baseline: Report): Promise<MutantResult> {
  switch (mutant.kind) {
    case 'service':
      return proveServiceMutant(job, mutant, baseline);
    case 'corpus':
      return proveCorpusMutant(job, mutant);
    default:
      return mutant satisfies never;
  }
}

async function proveServiceMutant(
  job: ProveJob,
  mutant: ServiceMutant,
  baseline: Report,
): Promise<MutantResult> {
  const kills = resolveKills(mutant, (await loadCorpus(job.corpusFolder)).entries);
  const named = new Set(kills.map(({ caseId }) => caseId));
  const green = gatedGreen(baseline).filter((id) => !named.has(id));
  const chosen = sample(green, UNRELATED_CASES, `${job.options.seed}/${mutant.id}`);
  const step = stepOf(job, mutant.id, new Set([...named, ...chosen]));
  return judgeMutant(mutant, kills, await run({ ...step, plant: plantOf(mutant) }));
}

async function proveCorpusMutant(job: ProveJob, mutant: CorpusMutant): Promise<MutantResult> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-corpus-'));
  try {
    await cp(job.corpusFolder, folder, { recursive: true });
    await mutant.plant(folder);
    return judgeProblems(mutant, await problemsOf(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function problemsOf(
  folder: string,
): Promise<readonly { readonly rule: string; readonly text: string }[]> {
  try {
    const problems = await checkCorpus(await loadCorpus(folder));
    return problems.map(({ rule, file, message }) => ({ rule, text: `${file}: ${message}` }));
  } catch (error) {
    if (error instanceof AssayError) return [{ rule: error.code, text: error.message }];
    throw error;
  }
}

function judgeProblems(
  { id, title, kills }: CorpusMutant,
  problems: readonly { readonly rule: string; readonly text: string }[],
): MutantResult {
  const dead = problems.find(({ rule, text }) => rule === kills.rule && kills.reason.test(text));
  const saw =
    dead?.text ?? (problems.map(({ rule, text }) => `${rule}: ${text}`).join(' | ') || 'no problem found');
  const state = dead ? 'killed' : problems.length > 0 ? 'other-reason' : 'survived';
  const verdict = dead ? 'killed' : 'survived';
  return {
    mutant: id,
    title,
    verdict,
    cases: [{ id: `corpus check: ${kills.rule}`, state, saw }],
    collateral: [],
  };
}
