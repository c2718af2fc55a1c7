import { broken, held, type Rule } from '../rule.ts';

export const waivers: Rule = {
  id: 'waivers',
  says: 'Every waiver is in force, and about a case that fails.',
  keys: ['waivers'],
  evaluate: ({ run: { report }, now }, policy) => {
    const today = now.slice(0, 10);
    const standing = new Map(report.cases.map((each) => [each.id, each.verdict]));
    const off = policy.waivers.flatMap(({ case: id, owner, expires }) => {
      if (expires < today) return [`${id} (owner ${owner}): expired on ${expires}`];
      const found = standing.get(id);
      if (found === undefined) return [`${id} (owner ${owner}): the run has no such case`];
      return found === 'failed' ? [] : [`${id} (owner ${owner}): stale, the case is ${found}`];
    });
    if (off.length > 0)
      return broken(
        `${off.length} waivers are not in force: ${off[0]}`,
        'have the owner renew it, or take it out',
        off,
      );
    return held(
      policy.waivers.length === 0
        ? 'nothing is waived'
        : `waived: ${policy.waivers.map((each) => `${each.case} (${each.owner}, until ${each.expires}: ${each.reason})`).join('; ')}`,
    );
  },
};
