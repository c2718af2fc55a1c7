import { setImmediate } from 'node:timers/promises';
import type { SourceFile } from '../../support/source-file.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { withinBudget } from './budget.ts';
import { mayBuild, readBuilders } from './builders/read-builders.ts';
import type { CodeFacts, CodeFault, CodeUse, Preparable, Unresolved } from './code-facts.ts';
import { embeddedTexts } from './embedded.ts';
import { type Clause, clauseOf } from './fragments.ts';
import type { Program } from './program.ts';
import { endless, readCodeText } from './read-text.ts';
import { readSqlFile } from './sql-file.ts';
import { beginsAsSql, type CodeText, codeTexts, mayHoldSql } from './statements.ts';

/** So long may reading keep others waiting: whoever wants to stop it, or to show how far it is. */
const TURN_MS = 50;

/** Reads `files` for every value that meets an enum; the program supplies what their names mean. */
export async function scanCode(
  program: Program,
  catalogue: Catalogue,
  files: readonly SourceFile[],
): Promise<CodeFacts> {
  const words = enumWords(catalogue);
  const mention = new RegExp(`\\b(?:${words})\\b`, 'i');
  const isWorthReading = ({ text, language }: SourceFile) =>
    (mention.test(text) || embeds(text)) &&
    (language === 'sql' || mayHoldSql(text, words) || mayBuild(text) || embeds(text));
  const found = await inTurns(files, (file) =>
    !isWorthReading(file)
      ? []
      : file.language === 'sql'
        ? { facts: readSqlFile(catalogue, file), clauses: [] }
        : readCodeFile(program, catalogue, file, words),
  );
  const statements = merged(found.map(({ facts }) => facts));
  const pending = found
    .flatMap((each) => each.clauses)
    .filter(({ code }) => isClause(code, statements.consumed));
  const clauses = await inTurns(pending, (each) => readClause(program, catalogue, each, mention));
  return distinct(withoutEmbedded(merged([statements, ...clauses])));
}

/** Works through a list and lets others have their turn now and then; freed syntax trees go then, too. */
async function inTurns<T, R>(
  items: readonly T[],
  work: (item: T) => R | readonly R[],
): Promise<readonly R[]> {
  const done: (R | readonly R[])[] = [];
  let since = performance.now();
  for (const item of items) {
    done.push(work(item));
    if (performance.now() - since < TURN_MS) continue;
    await setImmediate();
    since = performance.now();
  }
  return done.flat() as R[];
}

/** A file of SQL that code holds has its values there, where it is run. */
function withoutEmbedded(facts: CodeFacts): CodeFacts {
  const isHeld = ({ statement: { file }, why }: Unresolved) =>
    file.language === 'sql' && why === 'no call found' && facts.consumed.has(`${file.path}:0`);
  return { ...facts, unresolved: facts.unresolved.filter((each) => !isHeld(each)) };
}

function embeds(text: string): boolean {
  return text.includes('//go:embed ');
}

/** A text that may be a clause of a statement, unless a statement of any file turns out to hold it. */
interface Pending {
  readonly code: CodeText;
  readonly clause: Clause;
}

interface FileReading {
  readonly facts: CodeFacts;
  readonly clauses: readonly Pending[];
}

/** The statements of a file, and the clauses that went into none of them. */
function readCodeFile(program: Program, catalogue: Catalogue, file: SourceFile, words: string): FileReading {
  const mention = new RegExp(`\\b(?:${words})\\b`, 'i');
  const index = program.index(file);
  const texts = codeTexts(program, file, words).filter(({ client }) => client !== 'another');
  const embedded = index ? embeddedTexts(program, index) : [];
  const facts = merged([
    ...[...texts, ...embedded].map((text) => {
      const read = readWithinBudget(program, catalogue, text, mention);
      return text.client ? doubted(read, 'another database') : read;
    }),
    readBuilders(program, catalogue, file, words),
  ]);
  const clauses = texts
    .filter((code) => index && isClause(code, facts.consumed))
    .flatMap((code) => (index ? [{ code, clause: clauseOf(catalogue, index, code) }] : []))
    .filter(({ clause }) => clause.texts.length > 0);
  return { facts, clauses };
}

/** The statement of a text; one that takes too long to follow is left open, at its place. */
function readWithinBudget(
  program: Program,
  catalogue: Catalogue,
  text: CodeText,
  mention: RegExp,
): CodeFacts {
  const read = text.isEndless
    ? undefined
    : withinBudget(program, () => readCodeText(program, catalogue, text, (sql) => mention.test(sql)));
  const { file, start, end } = text;
  return read ?? endless({ file, start, end, sql: file.text.slice(start, end) });
}

/** A clause of an unknown statement proves nothing; one with a value that the enum lacks counts as unresolved. */
function readClause(
  program: Program,
  catalogue: Catalogue,
  { code, clause }: Pending,
  mention: RegExp,
): CodeFacts {
  const facts = readCodeText(
    program,
    catalogue,
    { ...code, texts: clause.texts },
    (sql) => mention.test(sql),
    true,
  );
  return clause.isKnown ? facts : doubted(facts, 'no statement found');
}

/** What may not be meant for these enums proves nothing: a value that they lack is left open, at its place. */
function doubted(facts: CodeFacts, why: Unresolved['why']): CodeFacts {
  const unknown = facts.uses.filter(({ entry }) => entry === undefined);
  const unresolved = unknown.map(
    ({ file, start, end, statement, ...use }): Unresolved => ({
      file,
      start,
      end,
      statement,
      enum: use.enum,
      why,
    }),
  );
  return { uses: [], faults: [], unresolved, preparable: [], consumed: facts.consumed };
}

function isClause({ texts }: CodeText, consumed: ReadonlySet<string>): boolean {
  const [text] = texts;
  if (!text) return false;
  const runs = text.flatMap((part) => (part.kind === 'run' ? [part.run] : []));
  const whole = runs.map((run) => run.text).join('');
  return !beginsAsSql(whole) && !runs.some(({ file, start }) => consumed.has(`${file.path}:${start}`));
}

/** The names by which a text can have to do with an enum: carrying columns, their tables, and the types. */
export function enumWords(catalogue: Catalogue): string {
  const words = new Set<string>();
  for (const name of catalogue.enums.keys()) words.add(bare(name));
  for (const relation of catalogue.relations.values()) {
    for (const [column, type] of relation.columns) {
      if (type.kind !== 'enum') continue;
      words.add(bare(relation.name));
      words.add(column);
    }
  }
  return [...words].map((word) => word.replace(/[^\w]/g, '\\$&')).join('|');
}

function bare(name: string): string {
  return name.replace(/^.*\./, '');
}

function merged(parts: readonly CodeFacts[]): CodeFacts {
  return {
    uses: parts.flatMap(({ uses }) => uses),
    faults: parts.flatMap(({ faults }) => faults),
    unresolved: parts.flatMap(({ unresolved }) => unresolved),
    preparable: parts.flatMap(({ preparable }) => preparable),
    consumed: new Set(parts.flatMap(({ consumed }) => [...consumed])),
  };
}

/** Variants of one text and several call sites meet the same literal more than once. */
function distinct(facts: CodeFacts): CodeFacts {
  const at = ({ file, start }: { file: SourceFile; start: number }) => `${file.path}:${start}`;
  return {
    uses: unique(
      facts.uses,
      (use: CodeUse) => `${at(use)} ${use.enum.name} ${use.value} ${at(use.statement)}`,
    ),
    faults: unique(facts.faults, (fault: CodeFault) => `${at(fault)} ${fault.message}`),
    unresolved: unique(facts.unresolved, (each: Unresolved) => `${at(each)} ${at(each.statement)}`),
    consumed: facts.consumed,
    preparable: unique(facts.preparable, ({ sql, statement }: Preparable) => `${at(statement)} ${sql}`),
  };
}

function unique<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
