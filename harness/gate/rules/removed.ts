import { broken, held, type Rule } from '../rule.ts';

export const removed: Rule = {
  id: 'removed',
  says: 'Every case of the last promoted run of this subject is still there.',
  keys: ['removed'],
  evaluate: ({ run: { report }, history }, policy) => {
    if (!history) return held('no history was named, so there is nothing to compare with');
    const promoted = history.promotions
      .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
      .map(({ runId }) => history.runs.find((each) => each.runId === runId))
      .find((each) => each?.subject === report.subject.name && each.runId !== report.runId);
    if (!promoted) return held('no earlier run of this subject was promoted');
    const now = new Set([...report.cases.map(({ id }) => id), ...report.notApplicable.map(({ id }) => id)]);
    const allowed = new Set(policy.removed.map((each) => each.case));
    const gone = Object.keys(promoted.cases).filter((id) => !now.has(id) && !allowed.has(id));
    if (gone.length === 0)
      return held(`all ${Object.keys(promoted.cases).length} cases of ${promoted.runId} are there`);
    return broken(
      `${gone.length} cases of ${promoted.runId} are gone`,
      'bring them back, or list them under `removed` with a reason',
      gone,
    );
  },
};
