import { broken, held, type Rule } from '../rule.ts';

export const failed: Rule = {
  id: 'failed',
  says: 'No case broke a clause, but those that the policy waives.',
  keys: ['waivers'],
  evaluate: ({ run: { report } }, policy) => {
    const waived = new Set(policy.waivers.map((each) => each.case));
    const red = report.cases
      .filter(({ verdict, baseline }) => verdict === 'failed' && !baseline)
      .map(({ id }) => id);
    const open = red.filter((id) => !waived.has(id));
    if (open.length === 0)
      return held(red.length === 0 ? 'no case failed' : `${red.length} failed, all of them waived`);
    return broken(
      `${open.length} cases broke a clause`,
      'mend the subject, or waive them by name, owner, reason and day',
      open,
    );
  },
};
