import type { Catalogue } from '../catalogue/catalogue.ts';
import { type EnumType, enumEntry } from '../catalogue/sql-type.ts';
import type { ParameterUse, Use } from '../sql/facts.ts';
import { boundValues } from './bound.ts';
import type { CodeFacts, CodeUse, StatementText, Unresolved } from './code-facts.ts';
import { type Draft, FIRST_SLOT, originAt, type Slot } from './draft.ts';
import type { Span } from './expr.ts';
import { type ReadDraft, readDraft } from './parse-draft.ts';
import type { Program } from './program.ts';
import { beginsAsSql, type CodeText } from './statements.ts';
import type { Text } from './text.ts';
import { type Values, valuesOf } from './values.ts';

/** Facts while they are gathered. */
export interface Collected {
  readonly uses: CodeUse[];
  readonly faults: CodeFacts['faults'][number][];
  readonly unresolved: Unresolved[];
  readonly preparable: CodeFacts['preparable'][number][];
  readonly consumed: Set<string>;
}

/** Reads one text of the code against the catalogue; a text that is no SQL says nothing, nor does a guessed clause. */
export function readCodeText(
  program: Program,
  catalogue: Catalogue,
  code: CodeText,
  mentions: (sql: string) => boolean,
  isClause = false,
): CodeFacts {
  const collected: Collected = { uses: [], faults: [], unresolved: [], preparable: [], consumed: new Set() };
  const candidates = code.texts.filter((text) => isCandidate(text, mentions));
  const read = candidates.flatMap(
    (text) => readDraft(catalogue, text, code.file.language === 'python') ?? [],
  );
  const whole = read.some(({ draft }) => !draft.alone);
  for (const each of read) collect(program, catalogue, code, each, collected, whole && each.draft.alone);
  const [first] = candidates;
  if (first && read.length === 0 && !isClause && looksLikeSql(skeleton(first))) {
    collected.unresolved.push({
      ...spanOf(code),
      why: 'unreadable statement',
      statement: statementOf(code, skeleton(first)),
    });
  }
  return collected;
}

/** A statement that takes more steps to follow than it has. */
export function endless(statement: StatementText): CodeFacts {
  const { file, start, end } = statement;
  const unresolved: Unresolved = { file, start, end, why: 'too many ways', statement };
  return { uses: [], faults: [], unresolved: [unresolved], preparable: [], consumed: new Set() };
}

function isCandidate(text: Text, mentions: (sql: string) => boolean): boolean {
  const sql = skeleton(text);
  return beginsAsSql(sql) && mentions(sql);
}

/** The text with its holes shown as `…`. */
function skeleton(text: Text): string {
  return text.map((part) => (part.kind === 'run' ? part.run.text : '…')).join('');
}

/** Prose such as “Update workspaces now” begins like SQL but has none of its bones. */
function looksLikeSql(sql: string): boolean {
  return /\bupdate\s+\S+(?:\s+(?:as\s+)?\w+)?\s+set\s|\binsert\s+into\s+\S+\s*[(\s]|\bselect\b[\s\S]+\bfrom\s+\S|\bdelete\s+from\s+\S/i.test(
    sql,
  );
}

function collect(
  program: Program,
  catalogue: Catalogue,
  code: CodeText,
  { draft, reading }: ReadDraft,
  into: Collected,
  uncounted: boolean,
): void {
  const { facts } = reading;
  for (const { part } of draft.origins) {
    if (part.kind === 'run') into.consumed.add(`${part.run.file.path}:${part.run.start}`);
  }
  const statement = statementOf(code, draft.sql);
  if (facts.touched.size === 0) {
    const enums = enumsOfUnknownTable(catalogue, draft.sql);
    if (enums) into.unresolved.push({ ...spanOf(code), enum: enums, why: 'unknown table', statement });
    return;
  }
  for (const use of facts.uses) collectUse(program, code, draft, use, statement, into);
  for (const fault of facts.faults) {
    into.faults.push({
      ...placeOf(code, draft, fault.start, fault.start + 1),
      enum: fault.enum,
      message: fault.message,
      statement,
    });
  }
  for (const use of facts.parameters) {
    const counts = use.number >= FIRST_SLOT && draft.slots.get(use.number)?.kind === 'ordinal';
    if (!(uncounted && counts)) collectParameter(program, code, draft, use, statement, into);
  }
  const exact = draft.holes.length === 0 && draft.quoted.size === 0 && reading.statements.length === 1;
  into.preparable.push({ sql: draft.sql, statement, exact });
}

/** The enum of a column that a statement gives a value to, or compares, in a table whose name only runtime knows. */
function enumsOfUnknownTable(catalogue: Catalogue, sql: string): EnumType | undefined {
  if (!/\b(?:update|from|into|join)\s+(?:only\s+)?\S*?(?:assay_hole|\$8\d{3})/i.test(sql)) return undefined;
  return [...catalogue.relations.values()]
    .flatMap(({ columns }) => [...columns])
    .flatMap(([name, type]) => {
      const given = new RegExp(`\\b${name}\\b[^a-z,;]*(?:=|<>|!=|in\\s*\\()\\s*'`, 'i');
      return type.kind === 'enum' && given.test(sql) ? [type.of] : [];
    })[0];
}

function collectUse(
  program: Program,
  code: CodeText,
  draft: Draft,
  use: Use,
  statement: StatementText,
  into: Collected,
): void {
  const token = /assayhole\d+x/.exec(use.value)?.[0];
  if (token === undefined) {
    into.uses.push({
      ...placeOf(code, draft, contentStart(draft.sql, use), use.end),
      enum: use.enum,
      value: use.value,
      entry: use.entry,
      role: use.role,
      ...(use.isText && { isText: use.isText }),
      statement,
    });
    return;
  }
  const expr = draft.quoted.get(token);
  if (expr && token === use.value) collectValues(into, valuesOf(program, expr), use, statement, code);
  else into.unresolved.push({ ...spanOf(expr ?? code), enum: use.enum, why: 'partly dynamic', statement });
}

function collectParameter(
  program: Program,
  code: CodeText,
  draft: Draft,
  use: ParameterUse,
  statement: StatementText,
  into: Collected,
): void {
  const slot: Slot =
    use.number < FIRST_SLOT
      ? { kind: 'ordinal', number: use.number }
      : (draft.slots.get(use.number) ?? { kind: 'ordinal', number: use.number });
  const values = boundValues(
    program,
    slot,
    slot.kind === 'hole' ? [] : code.sites(),
    code.texts.length === 1,
  );
  if (values) collectValues(into, reaching(values, use.except), use, statement, code);
  else
    into.unresolved.push({
      ...placeOf(code, draft, use.start, use.start + 1),
      enum: use.enum,
      why: 'no call found',
      statement,
    });
}

function reaching(values: Values, except: string | undefined): Values {
  return { ...values, values: values.values.filter(({ value }) => value !== except) };
}

/** Notes what a value can be, each as a use of the enum that it meets. */
export function collectValues(
  into: Collected,
  { values, open }: Values,
  use: Pick<Use, 'enum' | 'role' | 'isText'>,
  statement: StatementText,
  code: Span,
): void {
  for (const { value, file, start, end, isUnclear } of values) {
    const entry = enumEntry(use.enum, value);
    if (isUnclear && !entry) {
      into.unresolved.push({ file, start, end, enum: use.enum, why: 'unclear receiver', statement });
      continue;
    }
    into.uses.push({
      file,
      start,
      end,
      enum: use.enum,
      value,
      entry,
      role: use.role,
      ...(use.isText && { isText: use.isText }),
      statement,
    });
  }
  for (const expr of open) {
    into.unresolved.push({
      ...spanOf(expr.file ? expr : code),
      enum: use.enum,
      why: 'runtime value',
      statement,
    });
  }
}

/** Where the value itself begins inside its quotes: a constant put between quotes is written elsewhere. */
function contentStart(sql: string, { start, end, value }: Use): number {
  const inside = sql.indexOf(value, start + 1);
  return value === '' || inside === -1 || inside >= end ? start : inside;
}

/** The span in the code that a stretch of the statement came from. */
function placeOf(code: CodeText, draft: Draft, start: number, end: number): Span {
  const origin = originAt(draft, start);
  if (origin?.part.kind === 'run') {
    const { run } = origin.part;
    const from = run.verbatim ? run.start + origin.within : run.start;
    return { file: run.file, start: from, end: from + (end - start) };
  }
  return spanOf(origin?.part.expr ?? code);
}

function spanOf({ file, start, end }: Span): Span {
  return { file, start, end };
}

function statementOf(code: CodeText, sql: string): StatementText {
  return { ...spanOf(code), sql };
}
