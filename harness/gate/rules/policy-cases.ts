import { broken, held, type Rule } from '../rule.ts';

export const policyCases: Rule = {
  id: 'policy-cases',
  says: 'What is only recorded counts as recorded, never as passed.',
  keys: ['changedPolicyCases'],
  evaluate: ({ run: { report } }, policy) => {
    const recorded = report.cases.filter((each) => each.policy !== undefined);
    const green = recorded
      .filter(({ verdict }) => verdict === 'passed' || verdict === 'failed')
      .map(({ id }) => id);
    if (green.length > 0)
      return broken(
        `${green.length} cases are recorded as policy and counted as judged`,
        'get the report as the run left it',
        green,
      );
    const changed = recorded.filter((each) => each.policy === 'changed').map(({ id }) => id);
    if (changed.length > 0 && policy.changedPolicyCases === 'refuse')
      return broken(
        `${changed.length} recorded behaviours have changed`,
        'look at them, and record what holds now',
        changed,
      );
    return held(`${recorded.length} recorded and not judged, ${changed.length} of them changed`);
  },
};
