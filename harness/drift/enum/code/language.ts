import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import type { Expr } from './expr.ts';

/** An expression that is lowered only when somebody follows it: most bindings of a file never are. */
export interface Written {
  readonly start: number;
  readonly end: number;
  lower(): Expr;
}

/**
 * How a name gets a value. `owner` names the class, enum or object that it is a member of. A list is made longer by
 * `grow`, whose value is a list; a part of a list or record is replaced by `entry`, under `key` or, without one, under a
 * key that only runtime knows.
 */
export interface Binding {
  readonly name: string;
  readonly how: 'set' | 'append' | 'parameter' | 'return' | 'grow' | 'entry';
  readonly key?: string;
  /** True for a write that a condition of the same expression decides on: `flag && xs.push(…)`. */
  readonly maybe?: boolean;
  readonly at: number;
  readonly value?: Written;
  readonly owner?: string;
  /** The declared type, where the language writes one. */
  readonly type?: string;
  /** Place of a parameter in its function's list. */
  readonly index?: number;
}

/** A name that another file gives: `member` is absent when the whole module is meant. */
export interface Import {
  readonly name: string;
  readonly module: string;
  readonly member?: string;
}

/** A function: its extent, its name where it has one, and the type that it is a method of. */
export interface FunctionSpan {
  readonly name: string;
  readonly owner?: string;
  readonly start: number;
  readonly end: number;
}

/** What the checks need to know of a programming language; one file each. */
export interface CodeLanguage {
  readonly stringKinds: readonly string[];
  readonly callKinds: readonly string[];
  readonly functionKinds: readonly string[];
  readonly bindingKinds: readonly string[];
  readonly importKinds: readonly string[];
  /** Parents that make one text out of the texts below them. */
  readonly textParents: readonly string[];
  /** True when values follow the statement one by one; else a single list or record holds them. */
  readonly flatArguments: boolean;
  /** True when every file of a folder shares its top-level names. */
  readonly folderIsModule: boolean;
  lower(file: SourceFile, node: SyntaxNode): Expr;
  bindings(file: SourceFile, node: SyntaxNode): readonly Binding[];
  imports(node: SyntaxNode): readonly Import[];
  functionName(node: SyntaxNode): string;
  functionOwner(node: SyntaxNode): string | undefined;
}
