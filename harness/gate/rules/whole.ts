import type { Report } from '../../report/report.ts';
import { isWhole, scopeWords } from '../../report/scope.ts';
import { broken, held, type Rule } from '../rule.ts';

export const whole: Rule = {
  id: 'whole',
  says: 'Nothing that applies was left out of the run.',
  keys: [],
  evaluate: ({ run: { report } }) => {
    const { scope, unselected, whole: claimed } = report;
    if (!scope) return broken('the run died before it had a plan', 'run again');
    const isComplete = missingIn(report).length === 0;
    const isAll = claimed && isWhole(scope) && scope.narrowedBy.length === 0 && unselected.length === 0;
    if (isAll && isComplete) return held(scopeWords(scope));
    const what = isComplete ? 'the run was narrowed' : `${missingIn(report).join(', ')} is missing`;
    return broken(`${what}: ${scopeWords(scope)}`, changeOf(report), unselected);
  },
};

/** Shards that nobody gave, by name. */
function missingIn({ merged }: Report): readonly string[] {
  return (merged?.missing ?? []).map((index) => `shard ${index}/${merged?.total}`);
}

function changeOf(report: Report): string {
  const [missing] = missingIn(report);
  const { shard } = report.scope ?? {};
  if (missing !== undefined)
    return `run it as the others were (--${missing}), and merge all ${report.merged?.total}: npx assay report merge`;
  return shard
    ? `give all ${shard.total} shards merged (npx assay report merge); this is ${shard.index} of ${shard.total}`
    : 'run all that applies: npx assay run, without names, -g, --shard or --last-failed';
}
