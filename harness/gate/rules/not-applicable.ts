import { escapePattern } from '../../support/escape-pattern.ts';
import { broken, held, type Rule } from '../rule.ts';

export const notApplicable: Rule = {
  id: 'not-applicable',
  says: 'Only cases that the policy lists are left out as not applicable.',
  keys: ['notApplicable'],
  evaluate: ({ run: { report } }, policy) => {
    const left = [
      ...report.notApplicable.map(({ id }) => id),
      ...report.cases.filter(({ verdict }) => verdict === 'not-applicable').map(({ id }) => id),
    ];
    const allowances = policy.notApplicable.map((each) => ({ ...each, covers: pattern(each.case) }));
    const unlisted = left.filter((id) => !allowances.some(({ covers }) => covers.test(id)));
    const overfull = allowances
      .map(({ case: id, atMost = 1, covers }) => ({
        id,
        atMost,
        found: left.filter((each) => covers.test(each)).length,
      }))
      .filter(({ found, atMost }) => found > atMost)
      .map(({ id, atMost, found }) => `${id}: ${found} left out, at most ${atMost} allowed`);
    if (unlisted.length + overfull.length === 0)
      return held(`${left.length} not applicable, all of them listed`);
    return broken(
      unlisted.length > 0
        ? `${unlisted.length} cases were left out as not applicable, unlisted`
        : `${overfull[0]}`,
      'give the subject what they need, or list them under `notApplicable` with a reason',
      [...unlisted, ...overfull],
    );
  },
};

function pattern(id: string): RegExp {
  return new RegExp(`^${id.split('*').map(escapePattern).join('.*')}$`);
}
