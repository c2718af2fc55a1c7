import type { SourceFile } from '../../support/source-file.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readSql } from '../sql/read.ts';
import type { CodeFacts, CodeFault, CodeUse, Preparable, Unresolved } from './code-facts.ts';
import type { Program } from './program.ts';
import { readCodeText } from './read-text.ts';
import { codeTexts, mayHoldSql } from './statements.ts';

/** Reads `files` for every value that meets an enum; the program supplies what their names mean. */
export function scanCode(program: Program, catalogue: Catalogue, files: readonly SourceFile[]): CodeFacts {
  const words = enumWords(catalogue);
  const mention = new RegExp(`\\b(?:${words})\\b`, 'i');
  const facts = files
    .filter(({ text, language }) => mention.test(text) && (language === 'sql' || mayHoldSql(text, words)))
    .map((file) =>
      file.language === 'sql'
        ? readSqlFile(catalogue, file)
        : merged(
            codeTexts(program, file, words).map((text) =>
              readCodeText(program, catalogue, text, (sql) => mention.test(sql)),
            ),
          ),
    );
  return distinct(merged(facts));
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

function readSqlFile(catalogue: Catalogue, file: SourceFile): CodeFacts {
  const reading = readSql(catalogue, file.text);
  const whole = { file, start: 0, end: file.text.length };
  if (!reading.ok) {
    const statement = { file, start: reading.at, end: reading.at + 1, sql: `${reading.message}` };
    return {
      uses: [],
      faults: [],
      unresolved: [{ ...statement, why: 'unreadable statement', statement }],
      preparable: [],
    };
  }
  const { uses, faults, parameters, touched } = reading.facts;
  const at = (start: number, end: number) => ({
    file,
    start,
    end,
    statement: { file, start, end, sql: lineAt(file, start) },
  });
  return {
    uses: uses.map((use) => ({ ...use, ...at(use.start, use.end) })),
    faults: faults.map((fault) => ({ ...fault, ...at(fault.start, fault.start + 1) })),
    unresolved: parameters.map((use) => ({
      ...at(use.start, use.start + 1),
      enum: use.enum,
      why: 'no call found',
    })),
    preparable:
      touched.size === 0
        ? []
        : [
            {
              sql: file.text,
              statement: { ...whole, sql: file.text },
              exact: reading.statements.length === 1,
            },
          ],
  };
}

function lineAt(file: SourceFile, offset: number): string {
  const from = file.text.lastIndexOf('\n', offset - 1) + 1;
  const to = file.text.indexOf('\n', offset);
  return file.text.slice(from, to === -1 ? undefined : to);
}

function merged(parts: readonly CodeFacts[]): CodeFacts {
  return {
    uses: parts.flatMap(({ uses }) => uses),
    faults: parts.flatMap(({ faults }) => faults),
    unresolved: parts.flatMap(({ unresolved }) => unresolved),
    preparable: parts.flatMap(({ preparable }) => preparable),
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
    preparable: unique(facts.preparable, ({ sql, statement }: Preparable) => `${at(statement)} ${sql}`),
  };
}

function unique<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
