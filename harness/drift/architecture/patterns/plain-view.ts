import { type SourceFile, sourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf, syntaxOf } from '../../support/syntax.ts';
import { type Alias, aliasAt, aliasesIn, anyOf, chainOf, followed } from './aliases.ts';
import { nodesAmong } from './kinds.ts';

/**
 * A file as it would read with its aliases written out, without optional chaining and wrappers, so that a pattern is found
 * whatever the author calls things. `original` leads from a match back to the node of the real file.
 */
export interface PlainView {
  readonly root: SyntaxNode;
  /** Nothing for a match that lies wholly within an alias: where the alias is declared it was found already. */
  readonly original: (match: SyntaxNode) => SyntaxNode | undefined;
}

const WRAPPERS = ['parenthesized_expression', 'type_assertion_expression'];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Its last member, where that was taken out of an object: a match that ends in it stands nowhere else. */
  readonly taken?: string;
}

/** The plain view of a file as far as the words of a pattern are concerned, nothing when it already reads that way. */
export function plainView(
  file: SourceFile,
  root: SyntaxNode,
  words: readonly string[],
): PlainView | undefined {
  if (words.length === 0) return undefined;
  const aliases = aliasesIn(file, root, words);
  const names = [...new Set(aliases.map(({ name }) => name))];
  const edits = [
    ...wrapperEdits(file, root, [...words, ...names], aliases),
    ...aliasEdits(file, root, names, aliases),
    ...chainEdits(file, root, words),
  ];
  const inOrder = edits.sort((a, b) => a.start - b.start || b.end - a.end);
  return edits.length === 0 ? undefined : viewWith(file, root, withoutOverlaps(inOrder));
}

/** `(h.backend).Start` and `h.backend.(Starter).Start` are both `h.backend.Start`. */
function wrapperEdits(
  file: SourceFile,
  root: SyntaxNode,
  words: readonly string[],
  aliases: readonly Alias[],
): readonly Edit[] {
  return nodesAmong(file, root, WRAPPERS, anyOf(words)).flatMap((node) => {
    const chain = /^(?:selector|member)_expression$|^attribute$/.test(String(node.parent()?.kind()))
      ? chainOf(node.text())
      : undefined;
    if (chain === undefined) return [];
    const { start, end } = spanOf(node);
    return [{ start, end, text: followed(chain, start, aliases) }];
  });
}

function aliasEdits(
  file: SourceFile,
  root: SyntaxNode,
  names: readonly string[],
  aliases: readonly Alias[],
): readonly Edit[] {
  if (names.length === 0) return [];
  return nodesAmong(file, root, ['identifier'], `^${anyOf(names)}$`).flatMap((node) =>
    isMemberName(node) ? [] : editFor(node, node.text(), aliases),
  );
}

function editFor(node: SyntaxNode, name: string, aliases: readonly Alias[]): readonly Edit[] {
  const { start, end } = spanOf(node);
  const alias = aliasAt(name, start, aliases);
  if (!alias) return [];
  const text = followed(name, start, aliases).replace(/[?!]+(?=\.|$)/g, '');
  return text === name ? [] : [{ start, end, text, ...(alias.isUnwritten && { taken: lastMember(text) }) }];
}

function lastMember(chain: string): string {
  return chain.slice(chain.lastIndexOf('.') + 1);
}

/** Names that are not looked up as variables: keyword arguments, and names of what is being declared. */
function isMemberName(node: SyntaxNode): boolean {
  const parent = node.parent();
  if (!parent) return false;
  if (parent.kind() === 'attribute')
    return parent.child(0)?.text() !== node.text() || spanOf(parent).start !== spanOf(node).start;
  return (
    /^(?:keyword_argument|parameter_declaration|parameters|required_parameter|function_definition)$/.test(
      String(parent.kind()),
    ) && parent.fieldChildren('value').every((value) => spanOf(value).start !== spanOf(node).start)
  );
}

function chainEdits(file: SourceFile, root: SyntaxNode, words: readonly string[]): readonly Edit[] {
  if (!words.some((word) => file.text.includes(`.${word}`)) || !/[?!]\./.test(file.text)) return [];
  return nodesAmong(file, root, ['optional_chain', 'non_null_expression']).flatMap((node) => {
    const { start, end } = spanOf(node);
    if (node.kind() === 'non_null_expression') return [{ start: end - 1, end, text: '' }];
    return node.parent()?.kind() === 'member_expression' ? [{ start, end, text: '.' }] : [];
  });
}

function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  let reached = 0;
  return edits.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

function viewWith(file: SourceFile, root: SyntaxNode, edits: readonly Edit[]): PlainView {
  const text = applied(file.text, edits);
  const plain = syntaxOf(sourceFile(file.path, file.language, text));
  const original = (match: SyntaxNode): SyntaxNode | undefined => {
    const span = spanOf(match);
    const [start, end] = [offsetBefore(edits, span.start, 'start'), offsetBefore(edits, span.end, 'end')];
    const isAlias = edits.some(
      (edit) =>
        edit.text.length > 1 &&
        edit.start <= start &&
        end <= edit.end &&
        edit.taken !== lastMember(match.text()),
    );
    return isAlias ? undefined : smallest(root, start, end);
  };
  return { root: plain, original };
}

function applied(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

/** Where an offset of the plain text lies in the original; within a replacement it is the replaced stretch's edge. */
function offsetBefore(edits: readonly Edit[], offset: number, edge: 'start' | 'end'): number {
  let shift = 0;
  for (const edit of edits) {
    const start = edit.start + shift;
    if (offset <= start) break;
    if (offset < start + edit.text.length || (edge === 'end' && offset === start + edit.text.length))
      return edge === 'start' ? edit.start : edit.end;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return offset - shift;
}

function smallest(root: SyntaxNode, start: number, end: number): SyntaxNode {
  for (let node = root; ; ) {
    const inner = node.children().find((child) => {
      const span = spanOf(child);
      return span.start <= start && end <= span.end;
    });
    if (!inner) return node;
    node = inner;
  }
}
