import type { Restart, Step } from '../../corpus/entry.ts';
import { comesLater, expectationFor } from '../../corpus/expectation.ts';
import { deadlineIn } from '../../support/deadline.ts';
import type { Inbox } from '../../wire/exchange.ts';
import { setupOf } from './agent-setup.ts';
import type { CaseContext } from './case-context.ts';
import type { Coming } from './case-record.ts';
import { newSince, recorded } from './new-since.ts';
import type { Registration, RuntimeControl } from './runtime-control.ts';

/** So long a message may take to an agent that is back. */
const MESSAGE_MS = 8_000;

/** An agent that can be restarted; registered where a platform stands before it. */
export interface Restarting {
  readonly context: CaseContext;
  readonly control: RuntimeControl;
  readonly agent: string;
  readonly registration?: Registration;
}

/** How an agent came back, and its inbox then. */
export interface CameBack {
  readonly coming: Coming;
  readonly inbox: Inbox;
}

/** What is to happen to the agent before a message is sent; whether it is back already then. */
export async function restartBefore(
  restarting: Restarting,
  { restart }: Step,
  seen: Inbox,
): Promise<CameBack | undefined> {
  const { context, control, agent } = restarting;
  if (!restart) return undefined;
  const { when } = restart;
  switch (when) {
    case 'before':
      await control.takeAway(agent);
      return comeBack(restarting, restart, seen, 0);
    case 'away':
      await control.takeAway(agent);
      return undefined;
    case 'asked':
    case 'answering':
      await control.setUpAgent(agent, { ...setupOf(context.entry), leaves: when });
      return undefined;
    default:
      return when satisfies never;
  }
}

/** How the agent comes back once the sender of a message was told what came of it, where it was away meanwhile. */
export async function restartBehind(
  restarting: Restarting,
  step: Step,
  seen: Inbox,
): Promise<CameBack | undefined> {
  const { restart } = step;
  if (!restart || restart.when === 'before') return undefined;
  const { runtime, revision } = restarting.context;
  const due = comesLater(expectationFor(step, runtime, revision)) ? 1 : 0;
  return comeBack(restarting, restart, seen, due);
}

/** It registers and beats once, as a runtime does that starts; what waits for it may take its time. */
async function comeBack(
  { context, control, agent, registration }: Restarting,
  { elsewhere }: Restart,
  seen: Inbox,
  due: number,
): Promise<CameBack> {
  const setup = { ...setupOf(context.entry), ...(elsewhere && { elsewhere }) };
  const { exchange } = await control.setUpAgent(agent, setup, registration);
  const isHere = ({ handed }: Inbox) => handed.length >= seen.handed.length + due;
  const inbox = await control.awaitInbox(agent, isHere, deadlineIn(context.arrivalDeadlineMs ?? MESSAGE_MS));
  const { arrivals, handed } = newSince(inbox, seen);
  const as = registration?.deliveryMode ?? 'push';
  return { coming: { as, exchange, arrivals: recorded(arrivals, context.redactor), handed }, inbox };
}
