import type { Scope } from '../report/scope.ts';
import { SUITE_NAMES } from '../suites/index.ts';
import type { Plan, Scene } from '../suites/plan.ts';
import { planOf } from '../suites/plan-of.ts';
import { sceneOf } from '../suites/scene.ts';
import type { Suite } from '../suites/suite.ts';
import { ASSAY } from '../support/command.ts';
import { AssayError, HarnessError } from '../support/errors.ts';
import type { RunJob } from './job.ts';
import { lastFailed } from './last-failed.ts';
import { scopeOf } from './scope.ts';
import { onlyCases, selectCases } from './select.ts';

/** What a run will execute, what it leaves out with reasons, and what the selection passed by. */
export interface Discovery extends Plan {
  /** Suites that owe a result: those named, unless single cases are asked for; else those with a case left. */
  readonly suites: readonly Suite[];
  /** Ids that the selection passed by; `<suite>/*` for a suite that was not asked for. */
  readonly unselected: readonly string[];
  readonly scope: Scope;
}

/** Decides what applies before anything boots. Throws when what a suite plans from is unsound. */
export async function discover(job: RunJob): Promise<Discovery> {
  const { options, only, suites } = job;
  const whole = await planAll(suites, sceneOf(job.subject, options.revision));
  const before = options.lastFailed ? await lastFailed(job, whole) : undefined;
  const chosen = only ? onlyCases(whole, only) : selectCases(whole, options, before);
  const selected = new Set([...chosen.cases, ...chosen.excluded].map(({ id }) => id));
  const passedBy = whole.cases.map(({ id }) => id).filter((id) => !selected.has(id));
  const asked = new Set(suites.map(({ name }) => name));
  const notAsked = SUITE_NAMES.filter((name) => !asked.has(name)).map((name) => `${name}/*`);
  const owesAll = options.suitesNamed && !only;
  const owing = suites.filter(({ name }) => owesAll || chosen.cases.some(({ suite }) => suite === name));
  const scope = scopeOf(job, chosen, whole);
  return { ...chosen, suites: owing, unselected: [...passedBy, ...notAsked], scope };
}

/** Throws `AssayError` when nothing is left to judge: neither a run nor a list of its cases is green then. */
export function mustHaveCases({ cases, excluded }: Plan): void {
  if (cases.length > 0) return;
  throw new AssayError({
    code: 'NOTHING_SELECTED',
    message: 'No case is left to execute, so nothing can be judged.',
    details: excluded.slice(0, 10).map(({ id, reason }) => `${id}: ${reason}`),
    fix: `Loosen -g, --shard or --last-failed; ${ASSAY} run --list shows the cases.`,
  });
}

/** What the suites plan together. Throws when one of them has nothing, or two cases share an id. */
async function planAll(suites: readonly Suite[], scene: Scene): Promise<Plan> {
  const plans = await Promise.all(suites.map((suite) => planOf(suite, scene)));
  const plan = {
    cases: plans.flatMap(({ cases }) => cases),
    excluded: plans.flatMap(({ excluded }) => excluded),
  };
  const seen = new Set<string>();
  for (const { id } of [...plan.cases, ...plan.excluded]) {
    if (seen.has(id)) throw sharedId(id);
    seen.add(id);
  }
  return plan;
}

function sharedId(id: string): HarnessError {
  return new HarnessError({
    code: 'CASE_ID_SHARED',
    message: `Two cases have the id ${id}, so a report could not tell them apart.`,
    fix: 'Give one of them another name, in the suite that plans it.',
  });
}
