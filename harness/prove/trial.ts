import { CONTRACT_RULES, type ContractRule, findRule, formAt } from '../corpus/revisions.ts';
import { isFault, isOnTree, type Neutral, type Planted } from '../faults/fault.ts';
import { type ExpectedKill, resolveKills } from '../faults/resolve.ts';
import { fairSample, sample } from '../faults/sample.ts';
import { revisionOf } from '../run/job.ts';
import { selectCases } from '../run/select.ts';
import { plantedOf, unknownPlanted } from '../suites/find-planted.ts';
import { loadSuites } from '../suites/index.ts';
import type { Plan } from '../suites/plan.ts';
import { planOf } from '../suites/plan-of.ts';
import { sceneOf } from '../suites/scene.ts';
import type { Suite, SuiteProof } from '../suites/suite.ts';
import { HarnessError } from '../support/errors.ts';
import { didYouMean } from '../support/nearest.ts';
import type { ProveJob, Question } from './job.ts';

/** How many cases that a fault does not name must stay green under it, where it was chosen. */
export const UNRELATED_CASES = 10;

/** One thing to plant, and the cases that are looked at under it. */
export interface Trial {
  readonly suite: Suite;
  /** What that suite planned, once for all its trials. */
  readonly plan: Plan;
  readonly planted: Planted;
  /** What must die, when it is a fault. */
  readonly kills: readonly ExpectedKill[];
  /** Ids of the suite's own cases that run under it; a tree that is edited brings its own. */
  readonly cases: ReadonlySet<string>;
}

/**
 * Decides before anything boots what is planted and what it is tried on. What touches a rule that the revision does
 * not have is left out, and said so. Throws when a fault names a case that does not exist, or two share an id.
 */
export async function drawTrials(job: ProveJob): Promise<readonly Trial[]> {
  await refuseTwins(job.suites);
  const drawn = await Promise.all(job.suites.map((suite) => drawOf(job, suite)));
  const trials = drawn.flatMap(({ trials: each }) => each);
  refuseUnknown(
    job,
    drawn.flatMap(({ ids }) => ids),
  );
  return trials;
}

/** Ids are told apart over all suites: a run is asked for one by its id alone. */
async function refuseTwins(suites: readonly Suite[]): Promise<void> {
  const names = new Set(suites.map(({ name }) => name));
  const others = (await loadSuites()).filter(({ name }) => !names.has(name));
  await plantedOf([...suites, ...others]);
}

async function drawOf(job: ProveJob, suite: Suite) {
  const [plan, proof] = await Promise.all([
    planOf(suite, sceneOf(job.subject, job.options.revision)),
    suite.proof(),
  ]);
  refuseUnloadable(suite, proof);
  const all: readonly (Planted | Neutral)[] = proof[job.question];
  const chosen = all.filter(({ id }) => job.chosen?.includes(id) ?? true);
  const applying = chosen.filter((planted) => applies(job, planted));
  const trials = applying.flatMap((planted) => trialOf(job, suite, plan, planted));
  return { trials, ids: all.map(({ id }) => id) };
}

function applies({ options, subject, display }: ProveJob, planted: Planted | Neutral): boolean {
  const { id, title, rule } = planted;
  const revision = revisionOf({ options, subject });
  const isThere = rule === undefined || formAt(ruleOf(id, rule), revision) === 'R3';
  if (!isThere) display.note(`${id} does not apply to ${revision}: ${title}`);
  const lack = 'lacking' in planted ? planted.lacking?.() : undefined;
  if (lack !== undefined) display.note(`${id} is left out, ${lack}: ${title}`);
  return isThere && lack === undefined;
}

function trialOf(job: ProveJob, suite: Suite, plan: Plan, planted: Planted | Neutral): readonly Trial[] {
  if (!isFault(planted)) {
    return [{ suite, plan, planted, kills: [], cases: casesFor(job, suite, plan, planted) }];
  }
  if (isOnTree(planted.plant)) return [{ suite, plan, planted, kills: [], cases: new Set() }];
  const kills = resolveKills(planted, plan);
  if (kills.length === 0) {
    job.display.note(`${planted.id} is left out, none of its cases applies here: ${planted.title}`);
    return [];
  }
  const named = new Set(kills.map(({ caseId }) => caseId));
  const others = plan.cases.filter((each) => !named.has(each.id) && each.facets.expected !== 'policy');
  const ids = others.map(({ id }) => id);
  const unrelated = sample(ids, UNRELATED_CASES, `${job.options.seed}/${planted.id}`);
  return [{ suite, plan, planted, kills, cases: new Set([...named, ...unrelated]) }];
}

/** All that are selected; or a sample, drawn anew for each variant, that has every group of the suite in it. */
function casesFor(
  { options, sample: size }: ProveJob,
  { groups, costly }: Suite,
  plan: Plan,
  planted: Planted | Neutral,
): ReadonlySet<string> {
  const { cases } = selectCases(plan, options);
  if (size === undefined) return new Set(cases.map(({ id }) => id));
  const touches = 'touches' in planted ? planted.touches : undefined;
  const few = costly ? Math.min(size, COSTLY_CASES) : size;
  return fairSample(cases, few, `${options.seed}/${planted.id}`, { groups, ...(touches && { touches }) });
}

/** Of cases that take seconds each, when only some are asked for. */
const COSTLY_CASES = 6;

function ruleOf(id: string, name: string): ContractRule {
  const rule = findRule(name);
  if (rule) return rule;
  throw new HarnessError({
    code: 'UNKNOWN_RULE',
    message: `${id} touches the rule "${name}", which the contract does not have.`,
    fix: didYouMean(
      name,
      CONTRACT_RULES.map((each) => each.id),
    ),
  });
}

const WORDS: Readonly<Record<Question, string>> = {
  faults: 'mutant',
  neutral: 'variant',
  broken: 'broken subject',
};

function refuseUnknown({ chosen = [], question }: ProveJob, known: readonly string[]): void {
  const unknown = chosen.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  throw unknownPlanted(WORDS[question], unknown, known);
}

/** What is planted into a service is code, which has to be preloaded there. */
function refuseUnloadable({ name }: Suite, { faults, neutral, preload }: SuiteProof): void {
  const first = [...faults, ...neutral].find(({ plant }) => plant.kind === 'service');
  if (!first || preload !== undefined) return;
  throw new HarnessError({
    code: 'NO_PRELOAD',
    message: `${first.id} is planted into a service, and the suite ${name} has no module that does so.`,
    fix: `Write harness/suites/${name}/preload.ts and name it in the proof of the suite; the one of another suite shows how.`,
  });
}
