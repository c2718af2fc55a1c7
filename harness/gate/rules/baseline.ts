import { broken, held, type Rule } from '../rule.ts';

export const baseline: Rule = {
  id: 'baseline',
  says: 'No failure is hidden by the baseline of the subject, unless the policy accepts that.',
  keys: ['baseline'],
  evaluate: ({ run: { report } }, policy) => {
    const expected = report.cases.filter((each) => each.baseline !== undefined);
    if (expected.length === 0) return held('no failure was expected by a baseline');
    if (policy.baseline === 'accept')
      return held(`${expected.length} failures are expected, which the policy accepts`);
    return broken(
      `${expected.length} cases failed as their baseline expects`,
      'mend the subject, waive them in the policy, or write `baseline: accept`',
      expected.map(
        ({ id, baseline: entry }) =>
          `${id}: ${entry?.reason} (owner ${entry?.owner}, until ${entry?.expires})`,
      ),
    );
  },
};
