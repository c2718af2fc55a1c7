import type { Finding } from '../../../support/verdict.ts';
import { parseBytes } from '../../../wire/document/parse.ts';
import { inline } from '../../../wire/document/print.ts';
import { dueOf } from '../../routes/due.ts';
import type { CaseRecord } from '../case-record.ts';
import { sourceOf } from './caller.ts';
import { type ActivityRow, columnsApart, documentFinding, methodColumn } from './row-columns.ts';
import type { StepEvidence } from './step-evidence.ts';

/** What is wrong with the row of a message whose agent could not be reached: it tells of the failure, and keeps what was to be sent on (A.12). */
export function failedRowFindings(
  record: CaseRecord,
  { sentBytes }: StepEvidence,
  row: ActivityRow,
): readonly Finding[] {
  const { id, name } = record.after?.workspace ?? { id: '', name: '' };
  const sent = parseBytes(sentBytes);
  const due = sent === undefined ? undefined : dueOf(sent, record.revision, row.get('request_body'));
  const wanted = {
    activity_type: 'a2a_receive',
    workspace_id: id,
    target_id: id,
    ...methodColumn(sent, row),
    status: 'error',
    source_id: sourceOf(record),
  };
  return [
    ...columnsApart('A.12', wanted, row),
    ...unless(
      startsWith(row, `A2A request to ${name} failed: `),
      'summary',
      'which says that it failed',
      row,
    ),
    ...unless(startsWith(row, '', 'error_detail'), 'error_detail', 'which says why', row),
    ...documentFinding('A.12', 'request_body', due, row),
  ];
}

function startsWith(row: ActivityRow, start: string, column = 'summary'): boolean {
  const text = row.get(column);
  return typeof text === 'string' && text !== '' && text.startsWith(start);
}

function unless(isSound: boolean, column: string, wanted: string, row: ActivityRow): readonly Finding[] {
  if (isSound) return [];
  return [
    {
      clause: 'A.12',
      expected: [`the row of the message has ${column}, ${wanted}`],
      actual: `the row of the message has ${column} ${inline(row.get(column) ?? null, 200)}`,
    },
  ];
}
