import { broken, held, type Rule } from '../rule.ts';

export const removed: Rule = {
  id: 'removed',
  says: 'Every case of the last promoted run of this subject is still there.',
  keys: ['removed'],
  evaluate: ({ run: { report }, history }, policy) => {
    if (!history) return held('no history was named, so there is nothing to compare with');
    const { runId, subject } = { runId: report.runId, subject: report.subject.name };
    const last = history.promotions
      .filter((each) => each.runId !== runId)
      .toSorted((x, y) => Date.parse(y.at) - Date.parse(x.at))
      .map((each) => ({ ...each, run: history.runs.find((run) => run.runId === each.runId) }))
      // One whose run is lost may have been about this subject.
      .find(({ run }) => run === undefined || run.subject === subject);
    if (!last) return held('no earlier run of this subject was promoted');
    const { run: promoted } = last;
    if (!promoted)
      return broken(
        `the run ${last.runId} was promoted on ${last.at}, and is not in the history any more`,
        'bring its entry back, or begin a new history',
      );
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
