import type { SourceFile } from '../../support/source-file.ts';
import { hasSyntaxErrors, nodesOfKind, type SyntaxNode, spanOf, syntaxOf } from '../../support/syntax.ts';
import type { Expr } from './expr.ts';
import type { Binding, CodeLanguage, FunctionSpan, Import } from './language.ts';

/** A binding and the innermost function that it lies in; absent at the top level of the file. */
export interface ScopedBinding extends Omit<Binding, 'value'> {
  readonly file: SourceFile;
  readonly scope: FunctionSpan | undefined;
  /** Where the value is written; `value` lowers it when first read. */
  readonly valueSpan: { readonly start: number; readonly end: number } | undefined;
  readonly value: Expr | undefined;
  /** Where the nearest block around it begins, the nearest loop and the outermost condition: -1 without one. */
  place(): Surroundings;
}

export interface Surroundings {
  readonly block: number;
  readonly loop: number;
  readonly branch: number;
}

/** A file's syntax tree with its names, each part worked out when first asked for. */
export interface FileIndex {
  readonly file: SourceFile;
  readonly language: CodeLanguage;
  readonly root: SyntaxNode;
  /** True when the grammar did not understand the file. */
  isUnparsable(): boolean;
  /** The nodes of some kinds whose text matches `regex` (Rust syntax), all of them without it. */
  nodes(kinds: readonly string[], regex?: string): readonly SyntaxNode[];
  /** What a node of this file means. */
  lower(node: SyntaxNode): Expr;
  functions(): readonly FunctionSpan[];
  bindings(name: string): readonly ScopedBinding[];
  allBindings(): readonly ScopedBinding[];
  imports(): readonly Import[];
}

/** Parses a file and prepares its index. */
export function indexFile(file: SourceFile, language: CodeLanguage): FileIndex {
  const root = syntaxOf(file);
  const nodes = searchBelow(root);
  const functions = once(() => functionsOf(nodes, language));
  const all = once(() => bindingsOf(file, nodes, language, functions()));
  const byName = new Map<string, readonly ScopedBinding[]>();
  const named = (name: string): readonly ScopedBinding[] => {
    const known = byName.get(name);
    if (known) return known;
    const found = bindingsOf(file, nodes, language, functions(), `\\b${name}\\b`).filter(
      (each) => each.name === name,
    );
    byName.set(name, found);
    return found;
  };
  return {
    file,
    language,
    root,
    isUnparsable: once(() => hasSyntaxErrors(root)),
    nodes,
    lower: lowerOnce(file, language),
    functions,
    allBindings: all,
    bindings: (name) => (/^\w+$/.test(name) ? named(name) : []),
    imports: once(() => nodes(language.importKinds).flatMap((node) => language.imports(node))),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Every search is made once: several names and statements ask for the same nodes. */
function searchBelow(root: SyntaxNode): FileIndex['nodes'] {
  const found = new Map<string, readonly SyntaxNode[]>();
  return (kinds, regex) => {
    const key = JSON.stringify([kinds, regex]);
    const nodes = found.get(key) ?? nodesOfKind(root, kinds, regex);
    found.set(key, nodes);
    return nodes;
  };
}

function lowerOnce(file: SourceFile, language: CodeLanguage): FileIndex['lower'] {
  const lowered = new WeakMap<SyntaxNode, Expr>();
  return (node) => {
    const expr = lowered.get(node) ?? language.lower(file, node);
    lowered.set(node, expr);
    return expr;
  };
}

function functionsOf(nodes: FileIndex['nodes'], language: CodeLanguage): readonly FunctionSpan[] {
  return nodes(language.functionKinds).map((node) => {
    const owner = language.functionOwner(node);
    return { name: language.functionName(node), ...(owner !== undefined && { owner }), ...spanOf(node) };
  });
}

function bindingsOf(
  file: SourceFile,
  nodes: FileIndex['nodes'],
  language: CodeLanguage,
  functions: readonly FunctionSpan[],
  regex?: string,
): readonly ScopedBinding[] {
  return nodes(language.bindingKinds, regex)
    .flatMap((node) => language.bindings(file, node).map((binding) => ({ binding, node })))
    .map(({ binding, node }) => scopedBinding(file, binding, enclosing(functions, binding.at)[0], node));
}

function scopedBinding(
  file: SourceFile,
  { value, ...rest }: Binding,
  scope: FunctionSpan | undefined,
  node: SyntaxNode,
): ScopedBinding {
  const lowered = once(() => value?.lower());
  return {
    ...rest,
    file,
    scope,
    valueSpan: value,
    get value() {
      return lowered();
    },
    place: once(() => surroundings(node)),
  };
}

const BLOCK =
  /block|suite|^(?:if|for|while)_\w*statement$|^(?:else|elif)_clause$|^(?:module|source_file|program|\w+_case|switch_default)$/;
const LOOP = /^(?:for|while|do)_\w*statement$|comprehension$/;

const CONDITION =
  /^(?:if_statement|else_clause|elif_clause|\w*switch_statement|match_statement|try_statement)$/;
const FUNCTION = /^(?:function_|method_|arrow_function|func_literal|lambda)/;

function surroundings(node: SyntaxNode): Surroundings {
  const above = node.ancestors();
  const startOf = (found: SyntaxNode | undefined) => (found ? spanOf(found).start : -1);
  const inside = above.slice(
    0,
    above.findIndex((each) => FUNCTION.test(String(each.kind()))),
  );
  return {
    block: startOf(above.find((each) => BLOCK.test(String(each.kind())))),
    loop: startOf(above.find((each) => LOOP.test(String(each.kind())))),
    branch: startOf(inside.findLast((each) => CONDITION.test(String(each.kind())))),
  };
}

/** The functions around an offset, innermost first. */
export function enclosing(functions: readonly FunctionSpan[], at: number): readonly FunctionSpan[] {
  return functions
    .filter(({ start, end }) => start <= at && at < end)
    .sort((a, b) => b.start - a.start || a.end - b.end);
}
