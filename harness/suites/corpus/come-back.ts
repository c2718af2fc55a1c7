import { comesLater, expectationFor } from '../../corpus/expectation.ts';
import { AssayError } from '../../support/errors.ts';
import { isBack } from './agent-answer.ts';
import { type Away, beyond, comingsOf, stayAway } from './beats.ts';
import type { CaseContext } from './case-context.ts';
import type { Coming, Early, Returned, StepRecord } from './case-record.ts';
import { seenIn } from './new-since.ts';
import type { Registration, RuntimeControl } from './runtime-control.ts';

/**
 * Watches an agent while it is away or busy, then lets it come back as its entry says, one heartbeat after another, and
 * records what it gets with each. The case is idle from then on: it waits for what the platform does.
 */
export async function comeBack(
  context: CaseContext,
  control: RuntimeControl,
  agent: string,
  registration: Registration,
  steps: readonly StepRecord[],
): Promise<Returned> {
  context.idle?.();
  const seen = seenIn(steps.map(({ inboxAfter }) => inboxAfter));
  const later = dueLater(context);
  const due = seen.handed.length + later;
  const away: Away = { context, control, agent, registration, later, due };
  const comings: Coming[] = [];
  let early: Early = { arrivals: [], handed: [] };
  try {
    const { exchange, inbox } = await stayAway(away);
    early = { ...(exchange && { exchange }), ...beyond(away, inbox, seen) };
    for await (const coming of comingsOf(away, inbox)) {
      comings.push(coming);
      if (!isBack(coming.exchange)) break;
    }
    return { early, comings };
  } catch (error) {
    if (!(error instanceof AssayError)) throw error;
    return { early, comings, inboxFailure: error.message };
  }
}

/** How many messages are to be delivered now that were not when they were sent. */
function dueLater({ entry, runtime, revision }: CaseContext): number {
  return entry.steps.map((step) => expectationFor(step, runtime, revision)).filter(comesLater).length;
}
