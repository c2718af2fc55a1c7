import type { Return } from '../../corpus/entry.ts';
import { expectationFor } from '../../corpus/expectation.ts';
import { type Deadline, deadlineIn } from '../../support/deadline.ts';
import { AssayError } from '../../support/errors.ts';
import type { Inbox } from '../../wire/exchange.ts';
import type { CaseContext } from './case-context.ts';
import type { Coming, Returned, StepRecord } from './case-record.ts';
import { type Contents, newSince, recorded, seenIn } from './new-since.ts';
import { urlBefore } from './prepare.ts';
import type { Registration, RuntimeControl } from './runtime-control.ts';

const COME_BACK_MS = 8_000;

/** So long a message may take from a heartbeat to the agent, before the agent says once more that it is free. */
const HEARTBEAT_MS = 2_000;

/** An agent that was set up, and can be so again. */
interface Away {
  readonly context: CaseContext;
  readonly control: RuntimeControl;
  readonly agent: string;
  readonly registration: Registration;
  readonly deadline: Deadline;
}

/**
 * Lets an agent come back as its entry says, one time after another, and records what it gets each time. The case is idle
 * from then on: it waits for what the platform does.
 */
export async function comeBack(
  context: CaseContext,
  control: RuntimeControl,
  agent: string,
  registration: Registration,
  steps: readonly StepRecord[],
): Promise<Returned> {
  const deadline = deadlineIn(context.arrivalDeadlineMs ?? COME_BACK_MS);
  context.idle?.();
  const away: Away = { context, control, agent, registration, deadline };
  const comings: Coming[] = [];
  let early: Contents = { arrivals: [], handed: [] };
  try {
    let last: Contents = seenIn(steps.map(({ inboxAfter }) => inboxAfter));
    const begun = await control.readInbox(agent);
    early = shown(away, begun, last);
    last = begun;
    for (const as of context.entry.returns ?? []) {
      const inbox = await comeBackAs(away, as, last);
      comings.push({ as, ...shown(away, inbox, last) });
      last = inbox;
    }
    return { early, comings };
  } catch (error) {
    if (!(error instanceof AssayError)) throw error;
    return { early, comings, inboxFailure: error.message };
  }
}

function shown({ context }: Away, inbox: Contents, before: Contents): Contents {
  const { arrivals, handed } = newSince(inbox, before);
  return { arrivals: recorded(arrivals, context.redactor), handed };
}

async function comeBackAs(away: Away, as: Return, before: Contents): Promise<Inbox> {
  const { control, agent, deadline } = away;
  await setUp(away, as);
  if (as === 'busy') {
    const wasTried = (inbox: Inbox) => inbox.arrivals.length > before.arrivals.length;
    return control.awaitInbox(agent, wasTried, deadline);
  }
  const due = before.handed.length + dueLater(away.context);
  if (as === 'poll') return control.awaitInbox(agent, ({ handed }) => handed.length >= due, deadline);
  return beatUntil(due, away, before);
}

/** Each heartbeat brings one message, and the one after the last of them no more. */
async function beatUntil(due: number, away: Away, before: Contents): Promise<Inbox> {
  const { control, agent, deadline } = away;
  for (let count = before.handed.length; ; ) {
    const wanted = Math.min(due, count + 1);
    const soon = deadlineIn(Math.min(HEARTBEAT_MS, deadline.remainingMs()));
    const inbox = await control.awaitInbox(agent, ({ handed }) => handed.length >= wanted, soon);
    count = inbox.handed.length;
    if (deadline.expired()) return inbox;
    await setUp(away, 'push');
    if (count >= due) return control.readInbox(agent);
  }
}

/** Registers as well: an agent that comes back does, and says with its first heartbeat that it is free. */
async function setUp({ context, control, agent, registration }: Away, as: Return): Promise<void> {
  const { url: _url, away: _away, ...rest } = registration;
  const url = urlBefore(context, agent, as);
  const deliveryMode = as === 'poll' ? 'poll' : 'push';
  const again = { ...rest, deliveryMode, claimsFree: true, ...(url !== undefined && { url }) } as const;
  await control.setUpAgent(agent, { ...context.entry.agent, mode: as }, again);
}

/** How many messages are to be delivered now that were not when they were sent. */
function dueLater({ entry, runtime, revision }: CaseContext): number {
  return entry.steps
    .map((step) => expectationFor(step, runtime, revision))
    .filter((due) => due.outcome === 'delivered-later' && !due.repeats).length;
}
