import { groupBy } from '../../support/group.ts';
import type { SourceFile } from '../../support/source-file.ts';
import { hasSyntaxErrors, nodesOfKind, type SyntaxNode, spanOf, syntaxOf } from '../../support/syntax.ts';
import type { Expr } from './expr.ts';
import type { Binding, CodeLanguage, FunctionSpan, Import } from './language.ts';
import { type Nesting, nestingOf } from './nesting.ts';
import { type Surroundings, surroundings } from './surroundings.ts';

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

/** A node with its place, which the parser is not asked for again. */
export interface PlacedNode {
  readonly node: SyntaxNode;
  readonly start: number;
  readonly end: number;
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
  /** The calls whose text holds a word. */
  calls(word: string): readonly PlacedNode[];
  /** The calls whose text holds one of many words, in any letters: a pattern. */
  callsWith(words: string): readonly SyntaxNode[];
  /** The calls of functions of a name. */
  callsBy(name: string): readonly SyntaxNode[];
  functions(): Nesting<FunctionSpan>;
  bindings(name: string): readonly ScopedBinding[];
  /** The bindings of a name whose innermost function is `scope`. */
  bindingsOf(name: string, scope: FunctionSpan | undefined): readonly ScopedBinding[];
  /** The bindings that a node makes. */
  bindingsAt(node: SyntaxNode): readonly ScopedBinding[];
  /** The bindings that lie in a function. */
  bindingsIn(scope: FunctionSpan): readonly ScopedBinding[];
  /** The names that the file itself binds, outside of functions and classes. */
  topNames(): ReadonlySet<string>;
  /** The bindings outside of functions. */
  topBindings(): readonly ScopedBinding[];
  imports(): readonly Import[];
}

/** What stays known of a file when its syntax tree is let go. */
export interface FileFacts {
  functions?: Nesting<FunctionSpan>;
  imports?: readonly Import[];
  topNames?: ReadonlySet<string>;
}

/** Parses a file and prepares its index; what becomes known for good goes into `facts`. */
export function indexFile(file: SourceFile, language: CodeLanguage, facts: FileFacts = {}): FileIndex {
  const root = syntaxOf(file);
  const nodes = searchBelow(root);
  const functions = () => {
    facts.functions ??= nestingOf(functionsOf(nodes, language));
    return facts.functions;
  };
  const binders = once(() =>
    nestingOf(nodes(language.bindingKinds).map((node) => binderOf(file, node, language, functions()))),
  );
  const top = once(() => topBindingsOf(binders(), functions()));
  const calls = once(() => nestingOf(nodes(language.callKinds).map((node) => ({ node, ...spanOf(node) }))));
  const named = byWord(file, (word) =>
    holding(file, binders(), wholeWord(word)).flatMap((each) =>
      each.bindings().filter(({ name }) => name === word),
    ),
  );
  const byScope = byWord(file, (word) => [groupBy(named(word), ({ scope }) => scope)]);
  const called = byWord(file, (word) => holding(file, calls(), wholeWord(word)));
  return {
    file,
    language,
    root,
    isUnparsable: once(() => hasSyntaxErrors(root)),
    nodes,
    calls: called,
    callsWith: (words) =>
      holding(file, calls(), new RegExp(`\\b(?:${words})\\b`, 'gi')).map(({ node }) => node),
    callsBy: byWord(file, (name) =>
      [...file.text.matchAll(new RegExp(`\\b${name}\\(`, 'g'))].flatMap(
        ({ index }) => calls().around(index)[0]?.node ?? [],
      ),
    ),
    lower: lowerOnce(file, language),
    functions,
    bindings: named,
    bindingsOf: (name, scope) => byScope(name)[0]?.get(scope) ?? [],
    bindingsAt: (node) => {
      const { start, end } = spanOf(node);
      const found = binders()
        .around(start)
        .find((each) => each.start === start && each.end === end && each.kind === node.kind());
      return found?.bindings() ?? [];
    },
    bindingsIn: (scope) =>
      binders()
        .within(scope)
        .flatMap((each) => each.bindings()),
    topNames: () => {
      facts.topNames ??= new Set(top().flatMap((each) => (isAtTop(each) ? [each.name] : [])));
      return facts.topNames;
    },
    topBindings: top,
    imports: () => {
      facts.imports ??= nodes(language.importKinds).flatMap((node) => language.imports(node));
      return facts.imports;
    },
  };
}

/** Works something out when it is first asked for, and lets go of what that took. */
function once<T>(make: () => T): () => T {
  let pending: (() => T) | undefined = make;
  let made: { readonly value: T } | undefined;
  return () => {
    if (!made && pending) made = { value: pending() };
    pending = undefined;
    return (made as { readonly value: T }).value;
  };
}

/** A node that may give names their values. */
interface Binder {
  readonly start: number;
  readonly end: number;
  readonly kind: SyntaxNode['kind'] extends () => infer Kind ? Kind : never;
  bindings(): readonly ScopedBinding[];
}

function binderOf(
  file: SourceFile,
  node: SyntaxNode,
  language: CodeLanguage,
  functions: Nesting<FunctionSpan>,
): Binder {
  const bindings = once(() =>
    language
      .bindings(file, node)
      .map((binding) => scopedBinding(file, binding, functions.around(binding.at)[0], node)),
  );
  return { ...spanOf(node), kind: node.kind(), bindings };
}

function topBindingsOf(binders: Nesting<Binder>, functions: Nesting<FunctionSpan>): readonly ScopedBinding[] {
  return binders.all
    .filter(({ start }) => functions.around(start).length === 0)
    .flatMap((each) => each.bindings())
    .filter(({ scope }) => scope === undefined);
}

/** True for what gives a name of the whole file its value. */
export function isAtTop({ scope, owner, how }: ScopedBinding): boolean {
  return scope === undefined && owner === undefined && how !== 'grow' && how !== 'entry';
}

/** Answers for each word of the file once. */
function byWord<T>(file: SourceFile, find: (word: string) => readonly T[]): (word: string) => readonly T[] {
  const known = new Map<string, readonly T[]>();
  return (word) => {
    const found = known.get(word) ?? (/^\w+$/.test(word) && file.text.includes(word) ? find(word) : []);
    known.set(word, found);
    return found;
  };
}

function wholeWord(word: string): RegExp {
  return new RegExp(`\\b${word}\\b`, 'g');
}

/** The stretches of a file that hold what a pattern finds, in their order. */
function holding<T>(file: SourceFile, nesting: Nesting<T>, pattern: RegExp): readonly T[] {
  const found = new Set<T>();
  for (const { index } of file.text.matchAll(pattern))
    for (const each of nesting.around(index)) found.add(each);
  return found.size > 1 ? nesting.all.filter((each) => found.has(each)) : [...found];
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

/** The same node is found by several searches, each time as another object. */
function lowerOnce(file: SourceFile, language: CodeLanguage): FileIndex['lower'] {
  const lowered = new Map<number, Expr>();
  return (node) => {
    const id = node.id();
    const expr = lowered.get(id) ?? language.lower(file, node);
    lowered.set(id, expr);
    return expr;
  };
}

function functionsOf(nodes: FileIndex['nodes'], language: CodeLanguage): readonly FunctionSpan[] {
  return nodes(language.functionKinds).map((node) => {
    const owner = language.functionOwner(node);
    return { name: language.functionName(node), ...(owner !== undefined && { owner }), ...spanOf(node) };
  });
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
