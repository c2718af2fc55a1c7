import { setTimeout as delay } from 'node:timers/promises';
import { deadlineIn } from '../../support/deadline.ts';
import { AssayError } from '../../support/errors.ts';
import type { Inbox } from '../../wire/exchange.ts';
import type { CaseContext, Watch } from './case-context.ts';
import type { Aftermath, Returned, StepRecord } from './case-record.ts';
import { type Contents, newSince, recorded, seenIn } from './new-since.ts';
import type { Workspace } from './prepare.ts';
import type { RuntimeControl } from './runtime-control.ts';
import { readWorkspaceLog } from './workspace-log.ts';

/** For how long a workspace is watched where nothing else is said. */
export const WATCH: Watch = { answeredMs: 300, queuedMs: 2_500 };

/** So many pages more must have come to a poll client: then it has looked again for whatever is there. */
const FURTHER_PAGES = 2;

/**
 * Watches a workspace until it was quiet for its time after the last reply, then reads what the platform has written
 * down, and at the very end what else has reached the agent: a platform that has answered has done before whatever was
 * due. The case is idle meanwhile.
 */
export async function watchAftermath(
  context: CaseContext,
  control: RuntimeControl,
  workspace: Workspace,
  steps: readonly StepRecord[],
  returned: Returned | undefined,
  repliedMs: number,
  watch: Watch = WATCH,
): Promise<Aftermath> {
  const { agent } = workspace.shown;
  context.idle?.();
  const mayComeLater = isQueued(context, steps);
  const watchMs = mayComeLater ? watch.queuedMs : Math.max(watch.answeredMs, paceOf(steps, watch));
  const sinceReplyMs = () => Math.round(performance.now() - repliedMs);
  try {
    const before = mayComeLater ? await control.readInbox(agent) : undefined;
    await delay(Math.max(0, watchMs - sinceReplyMs()));
    const log = await readWorkspaceLog(context, workspace, steps);
    const watchedMs = sinceReplyMs();
    const after = await readAgain(control, agent, before);
    const { arrivals, handed } = newSince(after, seenBefore(steps, returned));
    const late = { arrivals: recorded(arrivals, context.redactor), handed };
    return {
      workspace: workspace.shown,
      watchedMs,
      late,
      ...(after.polls && { polls: pollsOf(before, after) }),
      ...log,
    };
  } catch (error) {
    if (!(error instanceof AssayError)) throw error;
    const nothing = { arrivals: [], handed: [] };
    return {
      workspace: workspace.shown,
      watchedMs: sinceReplyMs(),
      late: nothing,
      inboxFailure: error.message,
    };
  }
}

function isQueued({ entry }: CaseContext, steps: readonly StepRecord[]): boolean {
  if (entry.returns) return true;
  return entry.agent.mode === 'poll' || steps.some(({ exchange }) => exchange.response?.status === 202);
}

/** So many times as long as an answer took is enough to do something more, on whatever machine. */
const TIMES_AN_ANSWER = 5;

function paceOf(steps: readonly StepRecord[], { queuedMs }: Watch): number {
  const slowestMs = Math.max(0, ...steps.map(({ exchange }) => exchange.durationMs));
  return Math.min(queuedMs, Math.round(TIMES_AN_ANSWER * slowestMs));
}

/** A poll client has to come by again before its silence says anything. */
function readAgain(control: RuntimeControl, agent: string, before: Inbox | undefined): Promise<Inbox> {
  const polls = before?.polls;
  if (!polls) return control.readInbox(agent);
  const cameBy = (inbox: Inbox) => (inbox.polls?.answered ?? 0) >= polls.answered + FURTHER_PAGES;
  return control.awaitInbox(agent, cameBy, deadlineIn(WATCH.queuedMs));
}

function pollsOf(before: Inbox | undefined, { polls }: Inbox) {
  const { answered = 0, repeated = 0, repeats = [] } = polls ?? {};
  return { further: answered - (before?.polls?.answered ?? 0), repeated, repeats };
}

/** What the steps have recorded, and the return of an agent after them. */
function seenBefore(steps: readonly StepRecord[], returned: Returned | undefined): Contents {
  const later = returned ? [returned.early, ...returned.comings] : [];
  return seenIn([...steps.map(({ inboxAfter }) => inboxAfter), ...later]);
}
