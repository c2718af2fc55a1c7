import type { Entry, Expectation } from '../entry.ts';
import { expectationsOf } from '../expectation.ts';
import type { EntryRule } from '../source.ts';

/** What is to be delivered later needs an agent that cannot take it now, and one that comes back and takes it then. */
export const returns: EntryRule = ({ entry, file }) => {
  const problem = whyAwry(entry);
  return problem ? [{ file, rule: 'returns', ...problem }] : [];
};

interface Problem {
  readonly message: string;
  readonly fix: string;
}

function whyAwry({ steps, agent, returns = [] }: Entry): Problem | undefined {
  const later = steps.map((step) => (step.restart ? [] : expectationsOf(step).filter(isLater)));
  const awaited = later.flat();
  const never = whyNever(awaited.length > 0, returns);
  if (never !== undefined) return { message: never, fix: COME_BACK };
  if (awaited.length === 0) return undefined;
  const status = STATUS_OF.get(agent.mode ?? 'push');
  if (status === undefined)
    return { message: 'is to be delivered later to an agent that takes it at once', fix: NOT_NOW };
  const other = awaited.find((each) => each.status !== status);
  if (other) {
    const message = `is acknowledged with ${other.status}, and an agent in mode ${agent.mode} has ${status}`;
    return { message, fix: `Write \`status: ${status}\`.` };
  }
  const first = later.find((each) => each.length > 0);
  if (!first?.some(({ repeats }) => repeats)) return undefined;
  return { message: 'repeats a message, and none waits before it', fix: 'Let an earlier step send it.' };
}

type Later = Extract<Expectation, { outcome: 'delivered-later' }>;

function isLater(expectation: Expectation): expectation is Later {
  return expectation.outcome === 'delivered-later';
}

function whyNever(isAwaited: boolean, returns: NonNullable<Entry['returns']>): string | undefined {
  if (isAwaited && returns.length === 0) return 'is to be delivered later to an agent that never comes back';
  return returns.at(-1) === 'busy' ? 'leaves the agent busy for ever' : undefined;
}

/** What the sender of a message is told that an agent of this mode cannot take (A.5, A.10). */
const STATUS_OF: ReadonlyMap<string, number> = new Map([
  ['poll', 200],
  ['busy', 202],
  ['native-session', 202],
]);

const COME_BACK = 'Say with `returns` how the agent comes back: the last time as `push` or `poll`.';
const NOT_NOW = 'Set `agent.mode` to `busy`, `native-session` or `poll`.';
