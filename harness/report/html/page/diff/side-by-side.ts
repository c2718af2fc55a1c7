import { type JsonNode, parseText } from '../../../../wire/document/parse.ts';
import type { Doc } from '../page.ts';
import type { Cell, Row } from './row.ts';
import { type Column, rowsOf } from './rows.ts';

/** A document beside others, and which part of theirs it is. */
export interface Beside {
  readonly doc: Doc | undefined;
  readonly under?: readonly string[];
}

const MAX_LINES = 600;

/** Documents side by side, place by place where all of them are JSON, else line by line. */
export function sideBySide(columns: readonly Beside[]): readonly Row[] {
  const parsed = columns.map(({ doc, under }): Column | undefined => {
    if (!doc) return { root: undefined };
    const root = doc.isBinary || doc.isCut ? undefined : documentIn(doc.text);
    return root === undefined ? undefined : { root, ...(under && { under }) };
  });
  const documents = parsed.filter((column) => column !== undefined);
  return documents.length === columns.length ? rowsOf(documents) : linesOf(columns);
}

/** Where agent code gets no envelope, the place at which it stands in the document that was forwarded. */
export function placeOfMessage(forwarded: Doc | undefined): readonly string[] {
  const root = forwarded && documentIn(forwarded.text);
  const params = root instanceof Map ? root.get('params') : undefined;
  return params instanceof Map && params.has('message') ? ['params', 'message'] : [];
}

function documentIn(text: string): JsonNode | undefined {
  try {
    return parseText(text);
  } catch {
    return undefined;
  }
}

function linesOf(columns: readonly Beside[]): readonly Row[] {
  const texts = columns.map(({ doc }) => doc?.text.split('\n').slice(0, MAX_LINES));
  const height = Math.max(0, ...texts.map((lines = []) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const cells = texts.map((lines, index): Cell => {
      const before = texts.slice(0, index).findLast((each) => each !== undefined);
      if (lines === undefined) return { text: '', mark: 'outside' };
      const text = lines[line] ?? '';
      return { text, mark: before === undefined || before[line] === lines[line] ? 'same' : 'changed' };
    });
    return { path: `${line + 1}`, depth: 0, cells, values: [] };
  });
}
