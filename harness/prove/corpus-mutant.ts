import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCorpus, loadCorpus } from '../corpus/index.ts';
import type { CorpusMutant } from '../faults/fault.ts';
import type { MutantResult } from '../faults/judge.ts';
import { AssayError } from '../support/errors.ts';

/** One thing that the check of a corpus found. */
interface Problem {
  readonly rule: string;
  readonly text: string;
}

/** Plants a fault in a copy of the corpus, where the rule that it names must find it for the stated reason. */
export async function proveCorpusMutant(corpusFolder: string, mutant: CorpusMutant): Promise<MutantResult> {
  const before = await problemsOf(corpusFolder);
  const folder = await mkdtemp(join(tmpdir(), 'assay-corpus-'));
  try {
    await cp(corpusFolder, folder, { recursive: true });
    await mutant.plant(folder);
    return judgeProblems(mutant, before, await problemsOf(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function problemsOf(folder: string): Promise<readonly Problem[]> {
  try {
    const problems = await checkCorpus(await loadCorpus(folder));
    return problems.map(({ rule, file, message }) => ({ rule, text: `${file}: ${message}` }));
  } catch (error) {
    if (error instanceof AssayError) return [{ rule: error.code, text: error.message }];
    throw error;
  }
}

/** A corpus with problems of its own proves nothing: they could be what the rule found. */
function judgeProblems(
  { id, title, kills }: CorpusMutant,
  before: readonly Problem[],
  after: readonly Problem[],
): MutantResult {
  const dead = after.find(({ rule, text }) => rule === kills.rule && kills.reason.test(text));
  const saw = dead?.text ?? (after.map(inWords).join(' | ') || 'no problem found');
  const state =
    before.length > 0 ? 'unjudged' : dead ? 'killed' : after.length > 0 ? 'other-reason' : 'survived';
  const verdict = {
    unjudged: 'inconclusive',
    killed: 'killed',
    'other-reason': 'survived',
    survived: 'survived',
  };
  return {
    mutant: id,
    title,
    verdict: verdict[state] as MutantResult['verdict'],
    cases: [{ id: `corpus check: ${kills.rule}`, state, saw }],
    collateral: [],
  };
}

function inWords({ rule, text }: Problem): string {
  return `${rule}: ${text}`;
}
