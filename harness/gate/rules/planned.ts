import { broken, held, type Rule } from '../rule.ts';

export const planned: Rule = {
  id: 'planned',
  says: 'Every planned case has a result, and only those.',
  keys: [],
  evaluate: ({ run: { report } }) => {
    if (report.planned === undefined)
      return broken(
        `a report of version ${report.formatVersion} does not list what was planned`,
        'run again with this Assay',
      );
    const ids = new Set(report.cases.map(({ id }) => id));
    const promised = new Set(report.planned);
    const off = [
      ...report.planned.filter((id) => !ids.has(id)).map((id) => `${id}: planned, without a result`),
      ...report.cases.filter(({ id }) => !promised.has(id)).map(({ id }) => `${id}: not planned`),
      ...(ids.size < report.cases.length ? ['some ids have two results'] : []),
    ];
    if (off.length === 0) return held(`${ids.size} of ${promised.size} planned cases have a result`);
    return broken(
      `results and plan differ: ${off[0]}`,
      'run again: a result that is missing is not green',
      off,
    );
  },
};
