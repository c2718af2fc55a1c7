import type { Node } from 'libpg-query';
import { HarnessError } from '../../../support/errors.ts';

/** One statement of a text; `start` and `end` are UTF-16 offsets in the whole text. */
export interface ParsedStatement {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
}

export type SqlParse =
  | { readonly ok: true; readonly statements: readonly ParsedStatement[]; readonly offsetAt: OffsetAt }
  | { readonly ok: false; readonly message: string; readonly at: number };

/** Turns the parser's byte location into a UTF-16 offset. */
export type OffsetAt = (byte: number | undefined) => number;

let parser: typeof import('libpg-query') | undefined;

/** Loads PostgreSQL's own grammar; must be awaited once before `parseSql`. */
export async function loadSqlParser(): Promise<void> {
  const loaded = await import('libpg-query');
  await loaded.loadModule();
  parser = loaded;
}

/** Parses any number of statements with PostgreSQL's grammar; a syntax error is an answer, not an exception. */
export function parseSql(text: string): SqlParse {
  if (!parser) throw new HarnessError({ code: 'SQL_PARSER_NOT_LOADED', message: 'No grammar was loaded.' });
  const { hasSqlDetails, parseSync } = parser;
  const offsetAt = offsetsIn(text);
  if (text.trim() === '') return { ok: true, statements: [], offsetAt };
  try {
    const statements = (parseSync(text).stmts ?? []).flatMap(({ stmt, stmt_location, stmt_len }) => {
      const start = offsetAt(stmt_location);
      const end = stmt_len ? offsetAt((stmt_location ?? 0) + stmt_len) : text.length;
      return stmt ? [{ node: stmt, start: start + leadingBlank(text, start, end), end }] : [];
    });
    return { ok: true, statements, offsetAt };
  } catch (error) {
    if (!hasSqlDetails(error)) throw error;
    const at = error.sqlDetails?.cursorPosition ?? 0;
    return { ok: false, message: error.message, at: Math.max(0, codePointOffset(text, at)) };
  }
}

function leadingBlank(text: string, start: number, end: number): number {
  return /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text.slice(start, end))?.[0].length ?? 0;
}

function offsetsIn(text: string): OffsetAt {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all of ASCII
  if (/^[\x00-\x7f]*$/.test(text)) return (byte) => byte ?? 0;
  const offsets: number[] = [];
  let unit = 0;
  for (const character of text) {
    for (let byte = Buffer.byteLength(character); byte > 0; byte -= 1) offsets.push(unit);
    unit += character.length;
  }
  return (byte) => offsets[byte ?? 0] ?? text.length;
}

function codePointOffset(text: string, codePoints: number): number {
  let offset = 0;
  for (let left = codePoints; left > 0 && offset < text.length; left -= 1) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}
