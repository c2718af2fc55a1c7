import { setTimeout as delay } from 'node:timers/promises';
import type { Return } from '../../corpus/entry.ts';
import { deadlineIn } from '../../support/deadline.ts';
import type { Exchange, Inbox } from '../../wire/exchange.ts';
import { WATCH } from './aftermath.ts';
import type { CaseContext } from './case-context.ts';
import type { Coming } from './case-record.ts';
import { type Contents, newSince, recorded } from './new-since.ts';
import { urlBefore } from './prepare.ts';
import type { Registration, RuntimeControl } from './runtime-control.ts';

/** So long each message may take from the first heartbeat after the one before it, however many wait. */
const MESSAGE_MS = 8_000;

/** So long a message may take from a heartbeat to the agent, before the agent says once more that it is free. */
const HEARTBEAT_MS = 2_000;

/** An agent that was set up, and can be so again. */
export interface Away {
  readonly context: CaseContext;
  readonly control: RuntimeControl;
  readonly agent: string;
  readonly registration: Registration;
  /** How many messages are to come when it has come back, and how often agent code has been called with all there. */
  readonly later: number;
  readonly due: number;
}

/** One heartbeat of an agent, and its inbox when the next was due. */
interface Beat {
  readonly exchange: Exchange;
  readonly inbox: Inbox;
}

/** A busy agent says once more that it is; neither that nor time alone brings what waits for it. */
export async function stayAway(away: Away): Promise<{ readonly exchange?: Exchange; readonly inbox: Inbox }> {
  const { context, control, agent, registration } = away;
  const setup = context.entry.agent;
  const said = BUSY.has(setup.mode) && (await control.setUpAgent(agent, setup, registration));
  await delay(watchOf(context).queuedMs);
  return { ...(said && { exchange: said.exchange }), inbox: await control.readInbox(agent) };
}

const BUSY: ReadonlySet<string | undefined> = new Set(['busy', 'native-session']);

function watchOf({ watch }: CaseContext) {
  return watch === undefined || watch === 'none' ? WATCH : watch;
}

/** The heartbeats of an agent that comes back as its entry says, and what each of them brought. */
export async function* comingsOf(away: Away, before: Contents): AsyncGenerator<Coming> {
  let seen = before;
  for (const as of away.context.entry.returns ?? []) {
    for await (const { exchange, inbox } of beatsAs(away, as, seen)) {
      yield { as, exchange, ...beyond(away, inbox, seen) };
      seen = inbox;
    }
  }
}

function beatsAs(away: Away, as: Return, before: Contents): AsyncGenerator<Beat> {
  switch (as) {
    case 'busy':
      return beatBusy(away, before);
    case 'poll':
      return beatPolling(away);
    case 'push':
      return beatUntilDue(away, before);
    default:
      return as satisfies never;
  }
}

/** Says that it is free, and is not: it is asked once, and not again at once. */
async function* beatBusy(away: Away, { arrivals }: Contents): AsyncGenerator<Beat> {
  const exchange = await setUp(away, 'busy');
  const asked = (inbox: Inbox) => inbox.arrivals.length - arrivals.length;
  yield { exchange, inbox: await oneMore(away, asked, messageMs(away)) };
}

async function* beatPolling(away: Away): AsyncGenerator<Beat> {
  const { control, agent, due } = away;
  const exchange = await setUp(away, 'poll');
  const withinMs = messageMs(away) * Math.max(1, away.later);
  yield {
    exchange,
    inbox: await control.awaitInbox(agent, ({ handed }) => handed.length >= due, deadlineIn(withinMs)),
  };
}

/** Each heartbeat brings one message, and the one after the last of them no more. */
async function* beatUntilDue(away: Away, before: Contents): AsyncGenerator<Beat> {
  let count = before.handed.length;
  let deadline = deadlineIn(messageMs(away));
  while (!deadline.expired()) {
    const exchange = await setUp(away, 'push');
    const isLast = count >= away.due;
    const waitMs = isLast ? watchOf(away.context).answeredMs : HEARTBEAT_MS;
    const called = ({ handed }: Inbox) => handed.length - count;
    const inbox = await oneMore(away, called, Math.min(waitMs, deadline.remainingMs()));
    yield { exchange, inbox };
    if (isLast) return;
    if (called(inbox) > 0) deadline = deadlineIn(messageMs(away));
    count = inbox.handed.length;
  }
}

/** Waits for what a heartbeat brings, and then a little whether it brings more than that. */
async function oneMore(
  { control, agent, context }: Away,
  more: (inbox: Inbox) => number,
  withinMs: number,
): Promise<Inbox> {
  const inbox = await control.awaitInbox(agent, (now) => more(now) > 0, deadlineIn(withinMs));
  if (more(inbox) === 0) return inbox;
  return control.awaitInbox(agent, (now) => more(now) > 1, deadlineIn(watchOf(context).answeredMs));
}

function messageMs({ context }: Away): number {
  return context.arrivalDeadlineMs ?? MESSAGE_MS;
}

/** Registers as well: an agent that comes back does, and says with its first heartbeat that it is free. */
async function setUp({ context, control, agent, registration }: Away, as: Return): Promise<Exchange> {
  const { url: _url, away: _away, ...rest } = registration;
  const url = urlBefore(context, agent, as);
  const deliveryMode = as === 'poll' ? 'poll' : 'push';
  const again = { ...rest, deliveryMode, claimsFree: true, ...(url !== undefined && { url }) } as const;
  const { exchange } = await control.setUpAgent(agent, { ...context.entry.agent, mode: as }, again);
  return exchange;
}

/** What an inbox has beyond what was seen of it, as it is recorded. */
export function beyond({ context }: Away, inbox: Contents, before: Contents): Contents {
  const { arrivals, handed } = newSince(inbox, before);
  return { arrivals: recorded(arrivals, context.redactor), handed };
}
