import type { Finding } from '../../../support/verdict.ts';
import { nodesApart } from '../../../wire/document/apart.ts';
import { differences } from '../../../wire/document/compare.ts';
import type { JsonNode } from '../../../wire/document/parse.ts';

/** A row as the workspace reads it. */
export type ActivityRow = ReadonlyMap<string, JsonNode>;

/** The columns of a row that hold something else than they have to. */
export function columnsApart(
  clause: string,
  wanted: Readonly<Record<string, JsonNode | undefined>>,
  row: ActivityRow,
): readonly Finding[] {
  return Object.entries(wanted).flatMap(([column, value = null]) => {
    const actual = row.get(column) ?? null;
    if (differences(value, actual).length === 0) return [];
    const words = nodesApart(value, actual);
    return [
      {
        clause,
        expected: [`the row of the message has ${column} ${words.expected}`],
        actual: `the row of the message has ${column} ${words.actual}`,
      },
    ];
  });
}

/** The method that a row has to hold; a request without one has an empty one in its row, or none. */
export function methodColumn(request: JsonNode | undefined, row: ActivityRow): { readonly method?: string } {
  const method = methodOf(request);
  return method === '' && (row.get('method') ?? null) === null ? {} : { method };
}

export function methodOf(request: JsonNode | undefined): string {
  const method = request instanceof Map ? request.get('method') : undefined;
  return typeof method === 'string' ? method : '';
}

/** What a row holds otherwise of a document, its numbers by value; what is no JSON is kept as null. */
export function documentFinding(
  clause: string,
  column: string,
  wanted: JsonNode | undefined,
  row: ActivityRow,
): readonly Finding[] {
  const [first] = differences(wanted ?? null, row.get(column) ?? null, { limit: 1, numbers: 'value' });
  if (!first) return [];
  const { path, expected, actual } = first;
  const place = path === 'the document' ? column : `${column}.${path}`;
  const words = nodesApart(expected, actual);
  return [
    {
      clause,
      expected: [`the row of the message keeps ${place} ${words.expected}`],
      actual: `the row of the message has ${place} ${words.actual}`,
    },
  ];
}
