import { missingShards } from '../../report/merged.ts';
import type { Report } from '../../report/report.ts';
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
      ...ownFaults(report),
    ];
    if (why.length === 0) return held(`it ended at ${report.endedAt}`);
    return broken(`the run did not come to its end: ${why[0]}`, 'mend what stopped it, and run again', why);
  },
};

/** Without those of shards that nobody gave: what is missing was not looked at, which is for `whole` to say. */
function ownFaults({ faults, merged }: Report): readonly string[] {
  const missing = new Set((merged ? missingShards(merged) : []).map(({ reason }) => reason));
  return faults.map(({ reason }) => reason).filter((reason) => !missing.has(reason));
}
