import type { Finding } from '../../../support/verdict.ts';
import { differences } from '../../../wire/document/compare.ts';
import { type JsonNode, parseBytes } from '../../../wire/document/parse.ts';
import { inline } from '../../../wire/document/print.ts';
import type { CaseRecord } from '../case-record.ts';
import { sourceOf } from './caller.ts';
import type { StepEvidence } from './step-evidence.ts';

/** A row as the workspace reads it. */
export type ActivityRow = ReadonlyMap<string, JsonNode>;

/** What is wrong with the row of a message whose agent could not be reached: it tells of the failure, and keeps what was sent (A.12). */
export function failedRowFindings(
  record: CaseRecord,
  { sentBytes, nonce }: StepEvidence,
  row: ActivityRow,
): readonly Finding[] {
  const { id, name } = record.after?.workspace ?? { id: '', name: '' };
  const wanted = {
    activity_type: 'a2a_receive',
    workspace_id: id,
    target_id: id,
    method: methodOf(parseBytes(sentBytes)),
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
    ...unless(
      inline(row.get('request_body'), Infinity).includes(nonce),
      'request_body',
      'as it was sent',
      row,
    ),
  ];
}

/** The columns of a row that hold something else than they have to. */
export function columnsApart(
  clause: string,
  wanted: Readonly<Record<string, JsonNode | undefined>>,
  row: ActivityRow,
): readonly Finding[] {
  return Object.entries(wanted).flatMap(([column, value = null]) => {
    const actual = row.get(column) ?? null;
    if (differences(value, actual).length === 0) return [];
    return [
      {
        clause,
        expected: [`the row of the message has ${column} ${inline(value)}`],
        actual: `the row of the message has ${column} ${inline(actual)}`,
      },
    ];
  });
}

/** A request without a method has an empty one in its row, or none. */
export function methodOf(document: JsonNode | undefined): string {
  const method = document instanceof Map ? document.get('method') : undefined;
  return typeof method === 'string' ? method : '';
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
