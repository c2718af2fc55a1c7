import { isWhole, scopeWords } from '../../report/scope.ts';
import { broken, held, type Rule } from '../rule.ts';

export const whole: Rule = {
  id: 'whole',
  says: 'Nothing that applies was left out of the run.',
  keys: [],
  evaluate: ({ run: { report } }) => {
    const { scope, unselected, whole: claimed } = report;
    if (!scope) return broken('the run died before it had a plan', 'run again');
    const isAll = claimed && isWhole(scope) && scope.narrowedBy.length === 0 && unselected.length === 0;
    if (isAll) return held(scopeWords(scope));
    const { shard } = scope;
    const change = shard
      ? `give all ${shard.total} shards merged; this is ${shard.index} of ${shard.total}`
      : 'run all that applies: npx assay run, without names, -g, --shard or --last-failed';
    return broken(`the run was narrowed: ${scopeWords(scope)}`, change, unselected);
  },
};
