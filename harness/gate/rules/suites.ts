import { broken, held, type Rule } from '../rule.ts';

export const suites: Rule = {
  id: 'suites',
  says: 'Every suite that the policy asks for is there, with as many cases judged.',
  keys: ['suites'],
  evaluate: ({ run: { report } }, policy) => {
    const asked = Object.entries(policy.suites);
    const judgedIn = (suite: string) =>
      report.cases.filter(
        (each) => each.suite === suite && (each.verdict === 'passed' || each.verdict === 'failed'),
      ).length;
    const short = asked.filter(([suite, least]) => judgedIn(suite) < least);
    if (short.length === 0) {
      const all = report.suites.map(({ suite }) => `${suite} ${judgedIn(suite)}`).join(', ');
      return held(`judged: ${all}${asked.length === 0 ? '; the policy asks for no number' : ''}`);
    }
    const items = short.map(([suite, least]) => `${suite}: ${judgedIn(suite)} judged, ${least} asked for`);
    return broken(
      `too little was judged: ${items[0]}`,
      'run these suites whole, or ask for less in the policy',
      items,
    );
  },
};
