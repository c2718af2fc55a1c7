import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import type { Tree } from '../../tree/tree.ts';
import type { Declared, GoPackage } from './package.ts';

/** What is known of the type of an expression; pointers are looked through. Nothing where nobody can tell. */
export type GoType = NamedType | WrittenType | FunctionType | PackageName | OutsideType | TupleType;

/** What type parameters stand for, by their names; nothing where that is not known. */
export type Bound = ReadonlyMap<string, GoType | undefined>;

/** A type that a package of the tree declares, or a function of it; `given` is what a generic one is made for. */
export interface NamedType {
  readonly kind: 'named';
  readonly folder: string;
  readonly name: string;
  /** Where it is declared in a function; such a type has no methods of its own. */
  readonly local?: Declared;
  readonly given?: readonly (GoType | undefined)[];
}

/** A struct, interface, map, slice, array or channel, as it is written. */
export interface WrittenType {
  readonly kind: 'written';
  readonly file: SourceFile;
  readonly node: SyntaxNode;
  readonly bound?: Bound;
}

/** A function or method: its declaration, its literal, or its type where that is all that is known. */
export interface FunctionType {
  readonly kind: 'function';
  readonly file: SourceFile;
  readonly node: SyntaxNode;
  readonly bound?: Bound;
}

/** The name of an imported package, which is no value but has members. */
export interface PackageName {
  readonly kind: 'package';
  readonly folder: string;
}

/** A type from outside the tree; `argument` is what a generic one holds: `atomic.Pointer[T]` hands out Ts. */
export interface OutsideType {
  readonly kind: 'outside';
  readonly argument?: GoType;
}

/** Several results of one call. */
export interface TupleType {
  readonly kind: 'tuple';
  readonly types: readonly (GoType | undefined)[];
}

/** All questions that can be asked of the Go code of a tree; each is answered once. */
export interface GoWorld {
  readonly tree: Tree;
  readonly packageIn: (folder: string) => GoPackage;
  /** The package that a file calls by a name. */
  readonly imported: (file: SourceFile, name: string) => PackageName | OutsideType | undefined;
  /** The packages whose names a file has without a prefix. */
  readonly dotImports: (file: SourceFile) => readonly string[];
  /** The type that a type expression means, with what the type parameters in it stand for. */
  readonly written: (file: SourceFile, node: SyntaxNode, bound?: Bound) => GoType | undefined;
  /** The type of an expression, at the place where it stands. */
  readonly typeOf: (file: SourceFile, node: SyntaxNode) => GoType | undefined;
  /** A field or method of a type, its own or by embedding. */
  readonly member: (type: GoType | undefined, name: string) => GoType | undefined;
}

export const OUTSIDE: OutsideType = { kind: 'outside' };

/** True for a type from outside the tree of which nothing more is known. */
export function isPlainOutside(type: GoType): boolean {
  return type.kind === 'outside' && type.argument === undefined;
}
