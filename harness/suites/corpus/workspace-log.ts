import { formOfRule } from '../../corpus/revisions.ts';
import { deadlineIn, poll } from '../../support/deadline.ts';
import { parseBytes } from '../../wire/document/parse.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { textOfRecorded } from '../../wire/recorded-body.ts';
import type { CaseContext } from './case-context.ts';
import type { Aftermath, StepRecord } from './case-record.ts';
import { PAGE_ROWS } from './judge/rows.ts';
import type { Workspace } from './prepare.ts';

/** A row may be written behind the reply (R1); so long it may take. */
const ROWS_DEADLINE_MS = 2_000;
const AGAIN_MS = 100;

/** Reads what the platform shows of its rows to the workspace itself: the activity, and the chat where there is one. */
export async function readWorkspaceLog(
  context: CaseContext,
  workspace: Workspace,
  steps: readonly StepRecord[],
): Promise<Pick<Aftermath, 'activity' | 'history'>> {
  const wanted = steps.filter(isTaken).length;
  const activity = await awaitRows(context, workspace, wanted);
  if (!hasHistory(context) || activity.response?.status !== 200) return { activity };
  return { activity, history: await ask(context, workspace, 'chat-history?limit=1000') };
}

/** Whether a message is one that has to leave a row, which may come behind the reply: also where no agent was reached. */
function isTaken({ inboxAfter, exchange }: StepRecord): boolean {
  return inboxAfter.arrivals.length > 0 || exchange.response?.status === 502;
}

/** The last reading when so many rows never come. */
async function awaitRows(context: CaseContext, workspace: Workspace, wanted: number): Promise<Exchange> {
  let last: Exchange | undefined;
  const read = async () => {
    last = await ask(context, workspace, `activity?type=a2a_receive&limit=${PAGE_ROWS}&include=peer_info`);
    return last.response?.status !== 200 || rowCount(last) >= wanted ? last : undefined;
  };
  const found = await poll(read, deadlineIn(ROWS_DEADLINE_MS), AGAIN_MS);
  return found ?? last ?? (await ask(context, workspace, `activity?type=a2a_receive&limit=${PAGE_ROWS}`));
}

function rowCount({ response }: Exchange): number {
  const rows = response && parseBytes(Buffer.from(textOfRecorded(response.body)));
  return Array.isArray(rows) ? rows.length : 0;
}

function hasHistory({ revision }: CaseContext): boolean {
  return formOfRule('hasChatHistory', revision) !== 'R1';
}

async function ask(
  { sender, deadlineMs = 10_000 }: CaseContext,
  { url, bearer }: Workspace,
  what: string,
): Promise<Exchange> {
  const { exchange } = await sender.send({
    purpose: 'observe',
    method: 'GET',
    url: `${url}/${what}`,
    headers: { authorization: `Bearer ${bearer}` },
    body: Buffer.alloc(0),
    deadlineMs,
  });
  return exchange;
}
