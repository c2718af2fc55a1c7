import { join } from 'node:path';
import type { RunOptions } from '../config/run-options.ts';
import type { Subject } from '../config/subject.ts';
import { SUITES, type SuiteName } from '../config/suites.ts';
import { loadCorpus } from '../corpus/index.ts';
import { ARCHITECTURE_RULES, ENUM_SETTINGS, planArchitecture, planEnums } from '../playwright/plan-drift.ts';
import { readReport } from '../report/read-report.ts';
import { planCorpus } from '../suites/corpus/plan.ts';
import { onlyCases, type Plan, type Scene, selectCases } from '../suites/plan.ts';
import { UsageError } from '../support/errors.ts';
import { inProject } from '../support/paths.ts';
import type { RunJob } from './job.ts';

/** What a run will execute, what it leaves out with reasons, and what the selection passed by. */
export interface Discovery extends Plan {
  /** Suites that owe a result: those named, else those with a case left. */
  readonly suites: readonly SuiteName[];
  /** Ids that the selection passed by; `<suite>/*` for a suite that was not asked for. */
  readonly unselected: readonly string[];
}

/** Decides what applies before anything boots. Throws when the corpus is unsound. */
export async function discover(job: RunJob): Promise<Discovery> {
  const { options, only } = job;
  const whole = await planSuites(job);
  const lastFailed = options.lastFailed ? await failedBefore(options.out) : undefined;
  const chosen = only ? onlyCases(whole, only) : selectCases(whole, options, lastFailed);
  const selected = new Set([...chosen.cases, ...chosen.excluded].map(({ id }) => id));
  const passedBy = whole.cases.map(({ id }) => id).filter((id) => !selected.has(id));
  const notAsked = SUITES.filter((suite) => !options.suites.includes(suite)).map((suite) => `${suite}/*`);
  return { ...chosen, suites: owingSuites(options, chosen), unselected: [...passedBy, ...notAsked] };
}

async function planSuites(job: RunJob): Promise<Plan> {
  const plans = await Promise.all(job.options.suites.map((suite) => planSuite(job, suite)));
  return { cases: plans.flatMap(({ cases }) => cases), excluded: plans.flatMap(({ excluded }) => excluded) };
}

async function planSuite(job: RunJob, suite: SuiteName): Promise<Plan> {
  switch (suite) {
    case 'corpus':
      return planCorpus(await soundEntries(job.corpusFolder), sceneOf(job));
    case 'drift-enum':
      return planEnums(inProject(ENUM_SETTINGS));
    case 'drift-architecture':
      return planArchitecture(inProject(ARCHITECTURE_RULES));
    default:
      return suite satisfies never;
  }
}

function owingSuites({ suites, suitesNamed }: RunOptions, { cases }: Plan): readonly SuiteName[] {
  return suitesNamed ? suites : suites.filter((suite) => cases.some((planned) => planned.suite === suite));
}

async function soundEntries(folder: string) {
  const corpus = await loadCorpus(folder);
  if (corpus.problems.length === 0) return corpus.entries;
  throw new UsageError({
    code: 'CORPUS_UNSOUND',
    message: `The corpus ${folder} has ${corpus.problems.length} problem(s), so nothing was run.`,
    details: corpus.problems
      .slice(0, 20)
      .map(({ file, rule, message, fix }) => `${file}: ${message} [${rule}] ${fix}`),
    fix: 'Mend them; npx assay corpus check lists all of them.',
  });
}

function sceneOf({ options, subject }: RunJob): Scene {
  return {
    revision: options.revision ?? subject.revision,
    subjectName: subject.name,
    hasPlatform: subject.kind !== 'remote' || subject.platform !== undefined,
    standsForRuntimes: standsForRuntimes(subject),
  };
}

function standsForRuntimes(subject: Subject): boolean {
  return subject.kind === 'reference' || (subject.kind === 'remote' && subject.agentUrl !== undefined);
}

async function failedBefore(out: string): Promise<ReadonlySet<string>> {
  const report = await readReport(join(out, 'report.json'));
  const notGreen = report.cases.filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not-applicable');
  return new Set(notGreen.filter(({ policy }) => policy !== 'as-recorded').map(({ id }) => id));
}
