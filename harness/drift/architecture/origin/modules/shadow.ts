import { type SyntaxNode, spanOf } from '../../../support/syntax.ts';
import { isFunction } from '../../patterns/functions.ts';

const BLOCKS = new Set(['statement_block', 'block']);

/** Whether a function or block around a node declares the name anew, so that it is not the file's own or imported one. */
export function isShadowed(node: SyntaxNode, name: string): boolean {
  return node.ancestors().some((outer) => {
    if (isFunction(outer)) return isParameter(outer, name);
    return BLOCKS.has(String(outer.kind())) && isDeclaredIn(outer, node, name);
  });
}

function isParameter(owner: SyntaxNode, name: string): boolean {
  const lists = [owner.field('parameters'), owner.field('parameter')];
  return lists.some((list) => list !== null && names(list, name).some((each) => !isDefault(each, list)));
}

/** What a parameter is when nobody gives it is no parameter. */
function isDefault(node: SyntaxNode, list: SyntaxNode): boolean {
  const { start } = spanOf(node);
  return node.ancestors().some((outer) => {
    const value = outer.field('value');
    return (
      value !== null &&
      spanOf(outer).start >= spanOf(list).start &&
      spanOf(value).start <= start &&
      start < spanOf(value).end
    );
  });
}

function isDeclaredIn(block: SyntaxNode, node: SyntaxNode, name: string): boolean {
  return block.children().some((statement) => {
    if (/^function_(?:declaration|definition)$/.test(String(statement.kind())))
      return statement.field('name')?.text() === name;
    if (!/^(?:lexical_declaration|variable_declaration|expression_statement)$/.test(String(statement.kind())))
      return false;
    return statement.children().some((each) => {
      const left =
        each.kind() === 'assignment'
          ? each.field('left')
          : each.kind() === 'variable_declarator'
            ? each.field('name')
            : null;
      return (
        left !== null &&
        (left.text() === name || names(left, name).length > 0) &&
        !holds(each.field('value') ?? each.field('right'), node)
      );
    });
  });
}

function holds(outer: SyntaxNode | null, inner: SyntaxNode): boolean {
  if (!outer) return false;
  const [a, b] = [spanOf(outer), spanOf(inner)];
  return a.start <= b.start && b.end <= a.end;
}

function names(within: SyntaxNode, name: string): readonly SyntaxNode[] {
  const kinds = /identifier/;
  const all = within.kind() === 'identifier' ? [within] : within.findAll({ rule: { regex: `^${name}$` } });
  return all.filter(
    (each) => each.text() === name && kinds.test(String(each.kind())) && each.kind() !== 'type_identifier',
  );
}
