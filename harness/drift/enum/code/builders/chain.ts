import { type SyntaxNode, spanOf } from '../../../support/syntax.ts';
import type { Expr, Span } from '../expr.ts';
import type { FileIndex } from '../file-index.ts';
import { partsOf } from '../nodes.ts';

/** One call of a chain: `.where('st', 'new')`. */
export interface Link {
  readonly name: string;
  readonly args: readonly Expr[];
  readonly argNodes: readonly SyntaxNode[];
}

/** `a.b.from('job').where(…)`: what it starts with, and its calls in the order in which they run. */
export interface Chain extends Span {
  readonly base: SyntaxNode;
  readonly links: readonly Link[];
}

/** Every whole chain of calls of a file whose text holds one of `words`. */
export function chainsOf(index: FileIndex, words: string): readonly Chain[] {
  return index
    .callsWith(words)
    .filter((node) => !isContinued(index, node))
    .map((node) => chainAt(index, node));
}

function isContinued(index: FileIndex, node: SyntaxNode): boolean {
  const member = node.parent();
  const call = member?.parent();
  return (
    member !== null && call !== null && isCall(index, call) && call?.field('function')?.id() === member?.id()
  );
}

function isCall(index: FileIndex, node: SyntaxNode | null | undefined): boolean {
  return index.language.callKinds.includes(String(node?.kind()));
}

function chainAt(index: FileIndex, node: SyntaxNode): Chain {
  const links: Link[] = [];
  let at: SyntaxNode = node;
  while (isCall(index, at)) {
    const target = at.field('function') ?? at.field('constructor');
    if (!target) break;
    const object = objectOf(target);
    links.unshift(linkOf(index, at, nameOf(target)));
    at = object ?? target;
    if (!object) break;
  }
  return { file: index.file, ...spanOf(node), base: at, links };
}

function linkOf(index: FileIndex, call: SyntaxNode, name: string): Link {
  const argNodes = partsOf(call.field('arguments'));
  let args: readonly Expr[] | undefined;
  return {
    name,
    argNodes,
    get args() {
      args ??= argNodes.map((arg) =>
        arg.kind() === 'keyword_argument' ? keywordOf(index, arg) : index.lower(arg),
      );
      return args;
    },
  };
}

/** `values(st='new')` as the record that it is. */
function keywordOf(index: FileIndex, arg: SyntaxNode): Expr {
  const value = arg.field('value');
  const entries = value ? [{ key: arg.field('name')?.text() ?? '', value: index.lower(value) }] : [];
  return { file: index.file, ...spanOf(arg), kind: 'record', entries };
}

/** What stands before the last dot. */
export function objectOf(target: SyntaxNode): SyntaxNode | null {
  return target.field('object') ?? target.field('operand');
}

/** What stands behind the last dot, or a name without one. */
export function nameOf(target: SyntaxNode): string {
  return (target.field('property') ?? target.field('field') ?? target.field('attribute') ?? target).text();
}
