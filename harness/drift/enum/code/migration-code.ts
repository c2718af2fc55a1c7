import { type SourceFile, sourceFile } from '../../support/source-file.ts';
import { spanOf } from '../../support/syntax.ts';
import { blank } from '../catalogue/migration.ts';
import { parseSql } from '../sql/parse.ts';
import type { Expr } from './expr.ts';
import { type FileIndex, indexFile } from './file-index.ts';
import type { FunctionSpan } from './language.ts';
import { languageFor } from './languages.ts';

/** A migration written in code, as the SQL that it runs on the way up. */
export interface CodeMigration {
  /** The file with all else blanked out, so that every place in it stays what it is. */
  readonly sql: SourceFile;
  readonly unknown: readonly UnknownStatement[];
}

/** A statement that only runtime knows, and whether it changes the schema. */
export interface UnknownStatement {
  readonly at: number;
  readonly isSchema: boolean;
}

const UP = /^(?:[uU]p|upgrade)(?:[A-Z0-9_]\w*)?$/;
const SQL = /^\s*(?:create|alter|drop|comment|insert|update|delete|with|select|do|set)\s/i;

const SCHEMA = /^\s*(?:create|alter|drop)\s/i;

/** Reads the functions `up…` and `upgrade…` of a file; a file without one is code like any other. */
export function migrationInCode(file: SourceFile): CodeMigration | undefined {
  const language = languageFor(file.language);
  if (!language || !/\b(?:up|upgrade)/i.test(file.text)) return undefined;
  const index = indexFile(file, language);
  const ups = index.functions().all.filter(({ name }) => UP.test(name));
  if (ups.length === 0) return undefined;
  const texts = textsIn(index, ups);
  const known = texts.filter((text) => isWhole(text) && parseSql(plainOf(text)).ok);
  return {
    sql: sourceFile(file.path, 'sql', withTexts(file, known)),
    unknown: texts
      .filter((text) => !known.includes(text))
      .map((text) => ({ at: text.start, isSchema: SCHEMA.test(plainOf(text)) })),
  };
}

/** Every statement inside the functions, and those kept under a name that the functions mention. */
function textsIn(index: FileIndex, ups: readonly FunctionSpan[]): readonly Expr[] {
  const { file, language } = index;
  const inside = (at: number) => ups.some(({ start, end }) => start <= at && at < end);
  const mentioned = index
    .topBindings()
    .filter(({ name }) => ups.some((up) => mentions(file, up, name)))
    .flatMap(({ valueSpan }) => valueSpan ?? []);
  const found = new Map<number, Expr>();
  for (const node of index.nodes(language.stringKinds)) {
    const { start } = spanOf(node);
    const isNamed = mentioned.some((span) => span.start <= start && start < span.end);
    if (!inside(start) && !isNamed) continue;
    const whole = language.textParents.includes(String(node.parent()?.kind())) ? node.parent() : node;
    const expr = index.lower(whole ?? node);
    const text = expr.kind === 'text' || expr.kind === 'join' ? expr : index.lower(node);
    if (SQL.test(plainOf(text))) found.set(text.start, text);
  }
  return [...found.values()];
}

function mentions(file: SourceFile, { start, end }: FunctionSpan, name: string): boolean {
  return /^\w+$/.test(name) && new RegExp(`\\b${name}\\b`).test(file.text.slice(start, end));
}

function isWhole(expr: Expr): boolean {
  return expr.kind === 'text' || (expr.kind === 'join' && expr.parts.every(isWhole));
}

function plainOf(expr: Expr): string {
  if (expr.kind === 'join') return expr.parts.map(plainOf).join('');
  return expr.kind === 'text' ? expr.runs.map(({ text }) => text).join('') : '';
}

/** The texts at their places with a semicolon behind each, in place of the quote that ends it. */
function withTexts(file: SourceFile, texts: readonly Expr[]): string {
  const characters = [...blank(file.text).split('')];
  for (const text of texts) {
    write(characters, text);
    characters[text.end - 1] = ';';
  }
  return characters.join('');
}

function write(characters: string[], expr: Expr): void {
  if (expr.kind === 'join') for (const part of expr.parts) write(characters, part);
  if (expr.kind !== 'text') return;
  for (const { text, start } of expr.runs) {
    for (const [offset, character] of text.split('').entries()) characters[start + offset] = character;
  }
}
