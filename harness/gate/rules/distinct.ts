import { groupBy } from '../../support/group.ts';
import { broken, held, type Rule } from '../rule.ts';

export const distinct: Rule = {
  id: 'distinct',
  says: 'No two reports are of one run.',
  keys: [],
  evaluate: ({ all }) => {
    const shared = [...groupBy(all, ({ report }) => report.runId)].filter(([, each]) => each.length > 1);
    if (shared.length === 0) return held(`${all.length} of ${all.length} run ids differ`);
    const items = shared.map(([id, each]) => `${id}: ${each.map(({ place }) => place).join(', ')}`);
    return broken(
      `${shared.length} run ids are used twice`,
      'name each run once, and run again what was copied',
      items,
    );
  },
};
