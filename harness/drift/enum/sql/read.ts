import type { Node } from 'libpg-query';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { expression } from './expression.ts';
import type { Facts } from './facts.ts';
import { type OffsetAt, parseSql } from './parse.ts';
import { queryOutput } from './query.ts';
import { EMPTY_SCOPE, type Scope } from './scope.ts';
import { readStatement, statementOutput } from './statement.ts';

const readers = { expression, query: queryOutput, statement: statementOutput };

/** An empty record for the statements of `text`. */
export function factsOf(catalogue: Catalogue, text: string, offsetAt: OffsetAt): Facts {
  return { catalogue, text, offsetAt, uses: [], parameters: [], faults: [], touched: new Set(), readers };
}

export type SqlReading =
  | { readonly ok: true; readonly facts: Facts; readonly statements: readonly Node[] }
  | { readonly ok: false; readonly message: string; readonly at: number };

/** Parses a text and reads all its statements against `catalogue`. */
export function readSql(catalogue: Catalogue, text: string, scope: Scope = EMPTY_SCOPE): SqlReading {
  const parsed = parseSql(text);
  if (!parsed.ok) return parsed;
  const facts = factsOf(catalogue, text, parsed.offsetAt);
  for (const { node } of parsed.statements) readStatement(facts, node, scope);
  return { ok: true, facts, statements: parsed.statements.map(({ node }) => node) };
}
