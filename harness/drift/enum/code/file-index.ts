import { groupBy } from '../../../support/group.ts';
import type { SourceFile } from '../../support/source-file.ts';
import { hasSyntaxErrors, nodesOfKind, type SyntaxNode, spanOf, syntaxOf } from '../../support/syntax.ts';
import { binderOf, isAtTop, type ScopedBinding, topBindingsOf } from './binders.ts';
import type { Expr } from './expr.ts';
import { type Homes, homesIn } from './homes.ts';
import type { CodeLanguage, FunctionSpan, Import } from './language.ts';
import { type Nesting, nestingOf } from './nesting.ts';
import { once } from './once.ts';
import { type Places, placesIn } from './places.ts';

/** A node with its place, which the parser is not asked for again. */
export interface PlacedNode {
  readonly node: SyntaxNode;
  readonly start: number;
  readonly end: number;
}

type CallExpr = Extract<Expr, { kind: 'call' }>;

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
  /** The calls whose text holds a word, those within a stretch only. */
  calls(word: string, within?: { readonly start: number; readonly end: number }): readonly PlacedNode[];
  /** The calls of members of the variable that `name` may mean at `at`: `stmt.Exec(…)`. */
  callsOn(name: string, at: number): readonly CallExpr[];
  /** The calls whose text holds one of many words, in any letters: a pattern. */
  callsWith(words: string): readonly SyntaxNode[];
  /** The calls of functions of a name. */
  callsBy(name: string): readonly SyntaxNode[];
  functions(): Nesting<FunctionSpan>;
  bindings(name: string): readonly ScopedBinding[];
  /** The bindings of a name whose innermost function is `scope`. */
  bindingsOf(name: string, scope: FunctionSpan | undefined): readonly ScopedBinding[];
  readonly homes: Homes;
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
  const places = placesIn(file.text);
  const named = byWord((word) =>
    binders()
      .holding(places.of(word))
      .flatMap((each) => each.bindings().filter(({ name }) => name === word)),
  );
  const byScope = byWord((word) => groupBy(named(word), ({ scope }) => scope));
  const bindingsOf: FileIndex['bindingsOf'] = (name, scope) => byScope(name).get(scope) ?? [];
  const lower = lowerOnce(file, language);
  const homes = homesIn(functions, named, bindingsOf);
  return {
    file,
    language,
    root,
    isUnparsable: once(() => hasSyntaxErrors(root)),
    nodes,
    ...callSearch({ file, language, nodes, places, lower, homes, functions }),
    lower,
    functions,
    bindings: named,
    bindingsOf,
    homes,
    bindingsAt: (node) => {
      const { start, end } = spanOf(node);
      const found = binders()
        .around(start)
        .find((each) => each.start === start && each.end === end && each.kind() === node.kind());
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

/** What the search for calls needs of the rest of the index. */
interface Searched extends Pick<FileIndex, 'file' | 'language' | 'nodes' | 'lower' | 'homes' | 'functions'> {
  readonly places: Places;
}

function callSearch({
  file,
  language,
  nodes,
  places,
  lower,
  homes,
  functions,
}: Searched): Pick<FileIndex, 'calls' | 'callsOn' | 'callsWith' | 'callsBy'> {
  const calls = once(() => nestingOf(nodes(language.callKinds).map((node) => ({ node, ...spanOf(node) }))));
  const called = byWord((word) => nestingOf(calls().holding(places.of(word))));
  const calledOn = byWord((name) =>
    groupBy(
      called(name)
        .all.map(({ node }) => lower(node))
        .filter((call): call is CallExpr => call.kind === 'call' && call.callee.startsWith(`${name}.`)),
      ({ start }) => homes.of(name, start),
    ),
  );
  return {
    calls: (word, within) => (within ? called(word).within(within) : called(word).all),
    callsOn: (name, at) =>
      [...functions().around(at), undefined].flatMap((home) => calledOn(name).get(home) ?? []),
    callsWith: (words) =>
      calls()
        .holding(offsetsOf(file.text, new RegExp(`\\b(?:${words})\\b`, 'gi')))
        .map(({ node }) => node),
    callsBy: byWord((name) =>
      places
        .of(name)
        .filter((at) => file.text[at + name.length] === '(')
        .flatMap((at) => calls().around(at)[0]?.node ?? []),
    ),
  };
}

/** Answers for each word of the file once. */
function byWord<T>(find: (word: string) => T): (word: string) => T {
  const known = new Map<string, { readonly found: T }>();
  return (word) => {
    const answer = known.get(word) ?? { found: find(word) };
    known.set(word, answer);
    return answer.found;
  };
}

function offsetsOf(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map(({ index }) => index);
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
