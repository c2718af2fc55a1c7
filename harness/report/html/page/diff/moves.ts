import { isNumber, type JsonNode } from '../../../../wire/document/parse.ts';
import { inline } from '../../../../wire/document/print.ts';
import type { Row } from './row.ts';

/** Marks what is missing at one place and was added at another as moved, in each column and the one before it. */
export function markMoves(rows: readonly Row[]): void {
  const columns = rows[0]?.cells.length ?? 0;
  for (let column = 1; column < columns; column += 1) markIn(rows, column);
}

function markIn(rows: readonly Row[], column: number): void {
  const added = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.cells[column]?.mark !== 'added') continue;
    const value = row.values[column];
    if (isTelling(value)) added.set(keyOf(value), [...(added.get(keyOf(value)) ?? []), row]);
  }
  for (const row of rows) {
    const gone = row.cells[column];
    const value = lastBefore(row, column);
    if (gone?.mark !== 'missing' || !isTelling(value)) continue;
    const target = added.get(keyOf(value))?.shift();
    const come = target?.cells[column];
    if (!target || !come) continue;
    Object.assign(gone, { mark: 'moved', other: target.path });
    Object.assign(come, { mark: 'moved', other: row.path });
  }
}

function lastBefore(row: Row, column: number) {
  return row.values.slice(0, column).findLast((_value, index) => row.cells[index]?.mark !== 'outside');
}

/** Whether a value is told apart from others by what it is: not `true`, `1` or a word of two letters. */
function isTelling(node: JsonNode | undefined): node is JsonNode {
  if (typeof node === 'string') return node.length >= 4;
  return isNumber(node) && node.digits.length >= 4;
}

function keyOf(node: JsonNode): string {
  return inline(node, Number.POSITIVE_INFINITY);
}
