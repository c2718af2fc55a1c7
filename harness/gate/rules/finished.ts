import { broken, held, type Rule } from '../rule.ts';

export const finished: Rule = {
  id: 'finished',
  says: 'The run came to its end: nothing interrupted it, and nothing that it needed was lost.',
  keys: [],
  evaluate: ({ run: { report } }) => {
    const why = [
      ...(report.interrupted ? ['it was interrupted'] : []),
      ...(report.bailed === undefined ? [] : [report.bailed]),
      ...report.losses.map(({ service, state }) => `${service} ${state}`),
      ...report.faults.map(({ reason }) => reason),
    ];
    if (why.length === 0) return held(`it ended at ${report.endedAt}`);
    return broken(`the run did not come to its end: ${why[0]}`, 'mend what stopped it, and run again', why);
  },
};
