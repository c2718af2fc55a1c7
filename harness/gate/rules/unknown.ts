import { broken, held, type Rule } from '../rule.ts';

export const unknown: Rule = {
  id: 'unknown',
  says: 'No case is inconclusive or errored: what is not known is not green.',
  keys: [],
  evaluate: ({ run: { report } }) => {
    const open = report.cases.filter(({ verdict }) => verdict === 'inconclusive' || verdict === 'errored');
    if (open.length === 0) return held('every case came to a conclusion');
    return broken(
      `${open.length} cases came to no conclusion`,
      'mend what kept them from being judged, and run again',
      open.map(({ id, verdict, reason }) => `${id}: ${verdict}${reason ? `, ${reason}` : ''}`),
    );
  },
};
