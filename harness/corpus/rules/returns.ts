import type { Entry } from '../entry.ts';
import { expectationsOf } from '../expectation.ts';
import type { EntryRule } from '../source.ts';

/** What is to be delivered later needs an agent that comes back, and one that takes it then. */
export const returns: EntryRule = ({ entry, file }) => {
  const message = whyNever(entry);
  if (message === undefined) return [];
  const fix = 'Say with `returns` how the agent comes back: the last time as `push` or `poll`.';
  return [{ file, rule: 'returns', message, fix }];
};

function whyNever({ steps, returns = [] }: Entry): string | undefined {
  const isAwaited = steps.some((step) =>
    expectationsOf(step).some(({ outcome }) => outcome === 'delivered-later'),
  );
  if (isAwaited && returns.length === 0) return 'is to be delivered later to an agent that never comes back';
  return returns.at(-1) === 'busy' ? 'leaves the agent busy for ever' : undefined;
}
