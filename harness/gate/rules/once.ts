import { broken, held, type Rule } from '../rule.ts';

export const once: Rule = {
  id: 'once',
  says: 'The run was not used for a promotion before.',
  keys: ['once'],
  evaluate: ({ run: { report }, history }, policy) => {
    if (!policy.once) return held('the policy does not ask');
    if (!history) return broken('no history was named, so nobody knows', 'name it: --history <folder>');
    const used = history.promotions.filter(({ runId }) => runId === report.runId);
    if (used.length === 0) return held('it was never used');
    return broken(
      `${report.runId} was used for a promotion at ${used[0]?.at}`,
      'run again: evidence counts once',
      used.map(({ at, policy: by }) => `${at} by ${by}`),
    );
  },
};
