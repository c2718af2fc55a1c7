import type { SourceFile } from '../../../support/source-file.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { enumEntry } from '../../catalogue/sql-type.ts';
import { withinBudget } from '../budget.ts';
import type { CodeFacts } from '../code-facts.ts';
import type { Expr } from '../expr.ts';
import type { FileIndex } from '../file-index.ts';
import type { Program } from '../program.ts';
import { type Collected, collectValues, endless } from '../read-text.ts';
import { valuesOf } from '../values.ts';
import { type Chain, chainsOf } from './chain.ts';
import { comparisonsIn } from './comparisons.ts';
import { readConditions } from './conditions.ts';
import { copiedBy } from './copies.ts';
import { declaredLists } from './declared.ts';
import { type Given, givenBy } from './given.ts';
import { tablesOf } from './tables.ts';
import { tagDefaults } from './tags.ts';

/** True for a file that may call a builder or mapper: it has calls by the names that these give their methods. */
export function mayBuild(text: string): boolean {
  return /\b(?:where\w*|set|values|update\w*|insert\w*|create\w*|upsert\w*|delete\w*|find\w*|count|aggregate|groupby|save|first\w*|eq|in_?|filter\w*|from|into|model|copyfrom|copyin|enum|pgenum|inarray|having)\(|\b(?:gorm|bun):"/i.test(
    text,
  );
}

/** Reads what calls of query builders and mappers give to columns of enums. */
export function readBuilders(
  program: Program,
  catalogue: Catalogue,
  file: SourceFile,
  words: string,
): CodeFacts {
  const into: Collected = { uses: [], faults: [], unresolved: [], preparable: [], consumed: new Set() };
  const index = program.index(file);
  if (!index || !mayBuild(file.text)) return into;
  for (const chain of chainsOf(index, words)) {
    const isRead = withinBudget(program, () => {
      readChain(program, catalogue, index, chain, into);
      return true;
    });
    const { start, end } = chain;
    if (!isRead)
      into.unresolved.push(...endless({ file, start, end, sql: file.text.slice(start, end) }).unresolved);
  }
  for (const preset of file.language === 'go' ? tagDefaults(catalogue, file) : []) {
    const entry = enumEntry(preset.enum, preset.value);
    const { start, end } = preset;
    into.uses.push({
      ...preset,
      entry,
      role: 'cast',
      statement: { file, start, end, sql: lineAround(file, start) },
    });
  }
  for (const { enum: type, value, statement } of declaredLists(program, catalogue, index))
    collectValues(into, { values: [value], open: [] }, { enum: type, role: 'cast' }, statement, statement);
  return into;
}

function readChain(
  program: Program,
  catalogue: Catalogue,
  index: FileIndex,
  chain: Chain,
  into: Collected,
): void {
  const { file, start, end, links } = chain;
  const tables = tablesOf(program, catalogue, index, chain);
  const statement = { file, start, end, sql: file.text.slice(start, end) };
  const given: readonly Given[] = [
    ...links.flatMap((link) => copiedBy(program, catalogue, link)),
    ...(tables.length > 0 ? links.flatMap((link) => givenBy(program, catalogue, tables, link)) : []),
    ...comparisonsIn(program, catalogue, index, chain),
  ];
  for (const each of given) collectValues(into, labelsOf(program, each), roleOf(each), statement, statement);
  if (tables.length > 0) readConditions(program, catalogue, index, chain, tables, into);
}

function roleOf({ enum: type, role }: Given) {
  return { enum: type, role, ...(type.isList && role === 'compared' && { isText: true as const }) };
}

/** A mapper may spell a label in other letters than the database, so that such a value is unknown. */
function labelsOf(program: Program, { enum: type, value }: Given): ReturnType<typeof valuesOf> {
  if (isStatement(value)) return { values: [], open: [value] };
  const { values, open } = valuesOf(program, value);
  const isSpelled = (text: string) =>
    !enumEntry(type, text) && type.values.some((entry) => entry.value.toLowerCase() === text.toLowerCase());
  const spelled = values.filter((each) => isSpelled(each.value));
  return {
    values: values.filter((each) => !spelled.includes(each)),
    open: [...open, ...spelled.map(({ file, start, end }): Expr => ({ file, start, end, kind: 'opaque' }))],
  };
}

/** A tagged template is a piece of a statement instead of a value. */
function isStatement({ kind, file, start, end }: Expr): boolean {
  return kind === 'join' && /^[\w.]+`/.test(file.text.slice(start, end));
}

function lineAround(file: SourceFile, at: number): string {
  const from = file.text.lastIndexOf('\n', at) + 1;
  const to = file.text.indexOf('\n', at);
  return file.text.slice(from, to === -1 ? undefined : to).trim();
}
