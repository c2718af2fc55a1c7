import type { SourceFile } from '../../support/source-file.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type ParsedStatement, parseSql } from '../sql/parse.ts';
import { factsOf } from '../sql/read.ts';
import { EMPTY_SCOPE } from '../sql/scope.ts';
import { readStatement } from '../sql/statement.ts';
import type { CodeFacts, CodeFault, CodeUse, Preparable, StatementText, Unresolved } from './code-facts.ts';

/** Reads a file of SQL statements; one that PostgreSQL's grammar refuses counts as unresolved, at its place. */
export function readSqlFile(catalogue: Catalogue, file: SourceFile): CodeFacts {
  const parsed = parseSql(file.text);
  const uses: CodeUse[] = [];
  const faults: CodeFault[] = [];
  const unresolved: Unresolved[] = [];
  const preparable: Preparable[] = [];
  if (!parsed.ok) {
    const place = { file, start: parsed.at, end: parsed.at + 1 };
    unresolved.push({ ...place, why: 'unreadable statement', statement: { ...place, sql: parsed.message } });
  }
  for (const each of parsed.ok ? parsed.statements : []) {
    const statement = textOf(file, each);
    const facts = factsOf(catalogue, file.text, parsed.ok ? parsed.offsetAt : () => 0);
    readStatement(facts, each.node, EMPTY_SCOPE);
    const at = (start: number, end = start + 1) => ({ file, start, end, statement });
    uses.push(...facts.uses.map((use) => ({ ...use, ...at(use.start, use.end) })));
    faults.push(...facts.faults.map((fault) => ({ ...fault, ...at(fault.start) })));
    unresolved.push(
      ...facts.parameters.map((use) => ({ ...at(use.start), enum: use.enum, why: 'no call found' as const })),
    );
    if (facts.touched.size > 0) preparable.push({ sql: statement.sql, statement, exact: true });
  }
  return { uses, faults, unresolved, preparable, consumed: new Set() };
}

function textOf(file: SourceFile, { start, end }: ParsedStatement): StatementText {
  return { file, start, end, sql: file.text.slice(start, end) };
}
