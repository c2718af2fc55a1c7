import { entryOf, isOfSame } from '../../history/entry.ts';
import { flakyCases } from '../../history/flaky.ts';
import { broken, held, type Rule } from '../rule.ts';

export const flaky: Rule = {
  id: 'flaky',
  says: 'No case came to different results on the same digests.',
  keys: [],
  evaluate: ({ run, all, history }) => {
    const own = entryOf(run.report);
    const known = [...all.map((each) => entryOf(each.report)), ...(history?.runs ?? [])].filter((each) =>
      isOfSame(each, own),
    );
    const items = flakyCases([own, ...known]);
    if (items.length > 0)
      return broken(
        `${items.length} cases are flaky on these digests`,
        'find out why; a case that is red now and then is red',
        items,
      );
    return held(`in ${new Set(known.map(({ runId }) => runId)).size} runs of these digests`);
  },
};
