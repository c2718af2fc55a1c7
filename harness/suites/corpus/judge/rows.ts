import type { Entry, Expectation } from '../../../corpus/entry.ts';
import { formOfRule } from '../../../corpus/revisions.ts';
import type { Finding } from '../../../support/verdict.ts';
import { type JsonNode, parseBytes } from '../../../wire/document/parse.ts';
import { inline } from '../../../wire/document/print.ts';
import type { Exchange } from '../../../wire/exchange.ts';
import { textOfRecorded } from '../../../wire/recorded-body.ts';
import { bodyOfReply } from '../../../wire/reply/body.ts';
import type { CaseRecord, StepRecord } from '../case-record.ts';
import { isForTheDoor, isOutOfReach, isPolled, type JudgedStep } from './arrival.ts';
import { peerFindings, sourceOf } from './caller.ts';
import { failedRowFindings } from './failed-row.ts';
import { type ActivityRow, columnsApart, documentFinding, methodColumn, methodOf } from './row-columns.ts';
import type { StepEvidence } from './step-evidence.ts';

/** What was found about something that a subject need not show, or why it could not be looked at. */
export type Looked = { readonly findings: readonly Finding[] } | { readonly unjudged: string };

/** What a page of the activity has at most (C.1). */
export const PAGE_ROWS = 500;

const NOTHING: Looked = { findings: [] };

/** What is wrong with the rows that the messages of a case have left (A.5, A.12): how many there are, and what they hold. */
export function rowFindings(entry: Entry, record: CaseRecord, judged: readonly JudgedStep[]): Looked {
  const { after } = record;
  if (!after?.activity) return NOTHING;
  const read = rowsOf(after.activity);
  if (!Array.isArray(read)) return read as Looked;
  const steps = judged.map((each) => ({ step: each, leaves: leavesRow(each) }));
  const unknown = steps.findIndex(({ leaves }) => leaves === 'unknown');
  if (unknown >= 0)
    return { unjudged: `rows (A.12): the reply to message ${unknown + 1} does not say what became of it` };
  const wanted = steps.filter(({ leaves }) => leaves === 'row').map(({ step }) => step);
  if (Math.min(read.length, wanted.length) >= PAGE_ROWS)
    return { unjudged: `rows (A.12): there may be more than the ${PAGE_ROWS} of a page` };
  const rows: readonly ActivityRow[] = read.toReversed();
  const clause = isPolled(entry) ? 'A.5' : 'A.12';
  if (rows.length !== wanted.length) return { findings: [countFinding(clause, rows.length, wanted.length)] };
  const findings = wanted.flatMap(({ evidence, expected }, at) => {
    const row = rows[at] ?? new Map();
    if (isOutOfReach(expected) || isLeftUnanswered(evidence) || isFailedAndQueued(entry, record, evidence))
      return [...failedRowFindings(record, evidence, row), ...peerFindings(record, row)];
    return [
      ...columnFindings(clause, entry, record, evidence, isConfirmed(expected), row),
      ...documentFindings(clause, evidence, row),
      ...peerFindings(record, row),
    ];
  });
  return { findings };
}

/** The rows of an activity that was answered; else what is wrong with the answer, or that there is none to be had. */
function rowsOf(exchange: Exchange): readonly ActivityRow[] | Looked {
  const { response, failure } = exchange;
  const status = response?.status;
  if (status === 404 || status === 405 || status === 501)
    return { unjudged: `rows (A.12): GET /activity answers ${status}` };
  const rows = response && parseBytes(Buffer.from(textOfRecorded(response.body)));
  if (status === 200 && Array.isArray(rows) && rows.every((row) => row instanceof Map)) return rows;
  const actual = status === undefined ? `no reply, ${failure?.code}` : `${status} ${inline(rows, 200)}`;
  return {
    findings: [{ clause: 'C.1', expected: ['GET /activity answers 200 and a list of rows'], actual }],
  };
}

/** Whether a message leaves a row: one that the platform took does, one that it refused at the door does not. */
function leavesRow({ evidence, expected }: JudgedStep): 'row' | 'none' | 'unknown' {
  const { told, arrived, record } = evidence;
  if (told.kind === 'refused' && isForTheDoor(expected)) return 'none';
  if (told.kind === 'refused' && isOutOfReach(expected)) return 'row';
  if (told.kind === 'nothing' || isEmptyAnswer(record.exchange)) return 'unknown';
  if (arrived.length > 0 || told.kind === 'queued') return 'row';
  const isAtTheDoor = told.kind === 'refused' && told.status < 500;
  return isAtTheDoor ? 'none' : 'unknown';
}

/** The agent was asked and has said nothing, and its sender was not told that the message waits (A.10). */
function isLeftUnanswered({ told, record }: StepEvidence): boolean {
  return told.kind === 'refused' && told.status === 503 && record.said.length === 0;
}

/** Before that rule the row of a busy agent's message told of a failure, though its sender was told that it waits (A.10). */
function isFailedAndQueued(entry: Entry, { revision }: CaseRecord, { told }: StepEvidence): boolean {
  return isBusy(entry, told) && formOfRule('queuedRowIsOk', revision) === 'R1';
}

function isBusy(entry: Entry, told: StepEvidence['told']): boolean {
  return told.kind === 'queued' && !isPolled(entry);
}

/** A message that the agent has is no failure in its row, though nobody heard the whole answer (A.9). */
function isConfirmed(expected: Expectation): boolean {
  return expected.outcome === 'delivered' && expected.unanswered !== undefined;
}

/** What becomes of a 2xx without a body differs between the revisions (A.9), and says nothing of the message. */
function isEmptyAnswer({ response }: Exchange): boolean {
  return response?.body.bytes === 0;
}

function countFinding(clause: string, count: number, wanted: number): Finding {
  const expected =
    wanted === 0
      ? ['a message that the platform refuses leaves no row']
      : [`each message that was taken leaves one row: ${wanted} in all`];
  return { clause, expected, actual: `the activity has ${count} rows of ${wanted} messages` };
}

function columnFindings(
  clause: string,
  entry: Entry,
  caseRecord: CaseRecord,
  { told, arrived, record }: StepEvidence,
  confirmed: boolean,
  row: ActivityRow,
): readonly Finding[] {
  const { revision, after } = caseRecord;
  const { id, name } = after?.workspace ?? { id: '', name: '' };
  const method = methodOf(arrived[0]?.document);
  const failed = !confirmed && (record.exchange.response?.status ?? 0) >= 400;
  const busy = isBusy(entry, told);
  const queued = busy ? ' (queued: target busy)' : isPolled(entry) ? ' (queued for poll)' : '';
  const wanted: Readonly<Record<string, JsonNode | undefined>> = {
    activity_type: 'a2a_receive',
    workspace_id: id,
    target_id: id,
    ...methodColumn(arrived[0]?.document, row),
    ...(!busy || formOfRule('queuedRowIsOk', revision) === 'R3'
      ? { summary: `${method} → ${name}${queued}`, status: failed ? 'error' : 'ok' }
      : {}),
    source_id: sourceOf(caseRecord),
  };
  return columnsApart(clause, wanted, row);
}

function documentFindings(clause: string, { arrived, told, record }: StepEvidence, row: ActivityRow) {
  const [first] = arrived;
  return [
    ...(first?.document === undefined ? [] : documentFinding(clause, 'request_body', first.document, row)),
    ...(told.kind === 'queued' ? documentFinding(clause, 'response_body', undefined, row) : []),
    ...(told.kind === 'queued' ? [] : answerFindings(clause, record, row)),
  ];
}

/** What the agent said; where nobody kept that, what came with 2xx reached the sender as it was said (A.9). */
function answerFindings(clause: string, { exchange, said }: StepRecord, row: ActivityRow) {
  const { response } = exchange;
  const answer = said.at(-1) ?? (response && response.status < 300 ? response : undefined);
  if (!answer) return [];
  return documentFinding(clause, 'response_body', parseBytes(bodyOfReply(answer)), row);
}
