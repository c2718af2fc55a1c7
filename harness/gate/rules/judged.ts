import { broken, held, type Rule } from '../rule.ts';

export const judged: Rule = {
  id: 'judged',
  says: 'Every case that claims a result has looked at the subject.',
  keys: [],
  evaluate: ({ run: { report } }) => {
    const claims = report.cases.filter(({ verdict }) => verdict === 'passed' || verdict === 'policy');
    const blind = claims.filter(({ observations }) => observations === 0).map(({ id }) => id);
    if (blind.length > 0)
      return broken(
        `${blind.length} cases claim a result without a look at the subject`,
        'run again with a suite that looks',
        blind,
      );
    if (claims.every(({ verdict }) => verdict === 'policy'))
      return broken(
        'no case has passed, so nothing is known to be good',
        'run again with cases that can be judged',
      );
    return held(`${claims.length} cases looked at the subject`);
  },
};
