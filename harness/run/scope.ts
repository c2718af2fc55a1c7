import type { RunOptions } from '../config/run-options.ts';
import type { Scope } from '../report/scope.ts';
import type { Plan } from '../suites/plan.ts';
import type { RunJob } from './job.ts';

/** How much of a whole plan was chosen, and by which words. */
export function scopeOf({ options, only, suites, ofSuites }: RunJob, chosen: Plan, whole: Plan): Scope {
  return {
    cases: chosen.cases.length,
    ofCases: whole.cases.length,
    suites: suites.length,
    ofSuites: Math.max(suites.length, ofSuites ?? 0),
    bySuite: suites.map(({ name: suite }) => ({
      suite,
      cases: countOf(chosen, suite),
      ofCases: countOf(whole, suite),
    })),
    ...(options.shard && { shard: { index: options.shard.index, total: options.shard.total } }),
    narrowedBy: only ? ['chosen by id'] : wordsOf(options),
  };
}

function countOf({ cases }: Plan, suite: string): number {
  return cases.filter((each) => each.suite === suite).length;
}

function wordsOf({ suites, grep, lastFailed, within, shard }: RunOptions): readonly string[] {
  return [
    ...suites,
    ...(grep ? [`-g '${grep.text}'`] : []),
    ...(lastFailed ? ['--last-failed'] : []),
    ...(within ? [`--within '${within.text}'`] : []),
    ...(shard ? [`--shard ${shard.index}/${shard.total}`] : []),
  ];
}
