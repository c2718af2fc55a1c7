import { entryOf, type HistoryEntry, isOfSame } from '../../history/entry.ts';
import { broken, held, type Rule } from '../rule.ts';

export const laterRed: Rule = {
  id: 'later-red',
  says: 'No later run of the same digests came to anything but passed.',
  keys: [],
  evaluate: ({ run, all, history }) => {
    const own = entryOf(run.report);
    const later = [...all.map((each) => entryOf(each.report)), ...(history?.runs ?? [])].filter(
      (each) => each.runId !== own.runId && isOfSame(each, own) && isLater(each, own),
    );
    const red = later.filter((each) => each.verdict !== 'passed');
    if (red.length > 0) {
      const items = [...new Set(red.map((each) => `${each.runId}: ${each.verdict} at ${each.endedAt}`))];
      return broken(
        `a later run revokes this one: ${items[0]}`,
        'mend the subject; a red is not undone by an older green',
        items,
      );
    }
    return held(
      history
        ? 'no later red, among those named and in the history'
        : 'no later red among those named; no history was named',
    );
  },
};

function isLater(a: HistoryEntry, b: HistoryEntry): boolean {
  return Date.parse(a.endedAt) > Date.parse(b.endedAt);
}
