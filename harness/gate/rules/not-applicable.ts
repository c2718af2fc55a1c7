import type { Report } from '../../report/report.ts';
import { escapePattern } from '../../support/escape-pattern.ts';
import { groupBy } from '../../support/group.ts';
import type { AllowedAbsence } from '../policy/policy.ts';
import { broken, held, type Outcome, type Rule } from '../rule.ts';

export const notApplicable: Rule = {
  id: 'not-applicable',
  says: 'Only cases that the policy lists are left out as not applicable.',
  keys: ['notApplicable'],
  evaluate: ({ run: { report } }, policy) =>
    policy.notApplicable === 'planned' ? byPlan(report) : byList(report, policy.notApplicable),
};

/** What a plan leaves out it leaves out for a reason; a case that finds out for itself has no such excuse. */
function byPlan({ cases, notApplicable: excluded }: Report): Outcome {
  const own = cases.filter(({ verdict }) => verdict === 'not-applicable').map(({ id }) => id);
  if (own.length > 0) return unlisted(own);
  if (excluded.length === 0) return held('every case applies');
  const reasons = [...groupBy(excluded, ({ reason }) => reason)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([reason, each]) => `${each.length} ${reason}`);
  const more = reasons.length > 3 ? `; and ${reasons.length - 3} more reasons` : '';
  return held(`${excluded.length} left out by the plan: ${reasons.slice(0, 3).join('; ')}${more}`);
}

function byList({ cases, notApplicable: excluded }: Report, list: readonly AllowedAbsence[]): Outcome {
  const left = [
    ...excluded.map(({ id }) => id),
    ...cases.filter(({ verdict }) => verdict === 'not-applicable').map(({ id }) => id),
  ];
  const allowances = list.map((each) => ({ ...each, covers: pattern(each.case) }));
  const others = left.filter((id) => !allowances.some(({ covers }) => covers.test(id)));
  if (others.length > 0) return unlisted(others);
  const overfull = allowances
    .map(({ case: id, atMost = 1, covers }) => ({
      id,
      atMost,
      found: left.filter((each) => covers.test(each)).length,
    }))
    .filter(({ found, atMost }) => found > atMost)
    .map(({ id, atMost, found }) => `${id}: ${found} left out, at most ${atMost} allowed`);
  if (overfull.length === 0) return held(`${left.length} not applicable, all of them listed`);
  return broken(
    `${overfull[0]}`,
    'find out what else was left out, or raise `atMost` with a reason',
    overfull,
  );
}

function unlisted(ids: readonly string[]): Outcome {
  return broken(
    `${ids.length} cases were left out as not applicable, unlisted`,
    'give the subject what they need, or list them under `notApplicable` with a reason',
    ids,
  );
}

function pattern(id: string): RegExp {
  return new RegExp(`^${id.split('*').map(escapePattern).join('.*')}$`);
}
