import type { Entry, Expectation, Restart, Step } from '../entry.ts';
import { expectationsOf } from '../expectation.ts';
import type { EntryRule } from '../source.ts';

/** An agent that restarts can be away in one way only at a time, and what comes of a message then is in the contract. */
export const restarts: EntryRule = ({ entry, file }) => {
  const problem = whyAwry(entry);
  return problem ? [{ file, rule: 'restarts', ...problem }] : [];
};

interface Problem {
  readonly message: string;
  readonly fix: string;
}

function whyAwry(entry: Entry): Problem | undefined {
  const problems = entry.steps.map((step, at) => whyStepAwry(entry, step, at));
  return problems.find((problem) => problem !== undefined);
}

function whyStepAwry(entry: Entry, step: Step, at: number): Problem | undefined {
  const { restart } = step;
  if (!restart) return whyUnbroken(step, at);
  return whyImpossible(entry, restart, at) ?? whyOther(entry, step, restart, at);
}

function whyUnbroken(step: Step, at: number): Problem | undefined {
  if (!expectationsOf(step).some((each) => each.outcome === 'delivered' && each.unanswered)) return undefined;
  const message = `message ${at + 1} is unanswered by an agent that does not go away while it answers`;
  return { message, fix: 'Write `restart: { when: answering }`.' };
}

/** What an entry of this kind cannot show. */
function whyImpossible(
  { route, agent, returns }: Entry,
  { when, elsewhere }: Restart,
  at: number,
): Problem | undefined {
  if (returns) return { message: 'restarts an agent that is busy or away', fix: 'Leave `returns` out.' };
  if (!MODES.has(agent.mode))
    return { message: `restarts an agent in mode ${agent.mode}`, fix: 'Let its mode be `push` or `poll`.' };
  if (when === 'before' && at === 0)
    return { message: 'restarts its agent before there is a session', fix: 'Send a message first.' };
  if (route === 'direct' && (when !== 'before' || elsewhere))
    return { message: 'restarts what no platform stands before', fix: 'Write `restart: { when: before }`.' };
  if (agent.mode === 'poll' && (when === 'asked' || when === 'answering' || elsewhere))
    return { message: 'restarts an agent that nobody asks', fix: 'Let it be `before` or `away`.' };
  return undefined;
}

const MODES: ReadonlySet<string | undefined> = new Set([undefined, 'push', 'poll']);

/** A message whose fate the contract has otherwise; what it leaves open is `policy`. */
function whyOther({ agent }: Entry, step: Step, { when }: Restart, at: number): Problem | undefined {
  const due = when === 'before' ? undefined : DUE[when === 'away' && agent.mode === 'poll' ? 'poll' : when];
  if (!due || expectationsOf(step).every((each) => each.outcome === 'policy' || due.fits(each)))
    return undefined;
  return { message: `message ${at + 1} comes to an agent that is ${when}`, fix: `Expect ${due.words}.` };
}

interface Due {
  readonly words: string;
  fits(expectation: Expectation): boolean;
}

/** Out of reach (A.10), left for the agent (A.5), queued for it (A.10), or confirmed without an answer (A.9). */
const DUE: Readonly<Record<'away' | 'poll' | 'asked' | 'answering', Due>> = {
  away: {
    words: '`rejected` by the platform with 502',
    fits: (each) => each.outcome === 'rejected' && each.by === 'platform' && each.status === 502,
  },
  poll: {
    words: '`delivered-later` with 200',
    fits: (each) => each.outcome === 'delivered-later' && each.status === 200,
  },
  asked: {
    words: '`delivered-later` with 202',
    fits: (each) => each.outcome === 'delivered-later' && each.status === 202,
  },
  answering: {
    words: '`delivered` with `unanswered`',
    fits: (each) => each.outcome === 'delivered' && each.unanswered !== undefined,
  },
};
