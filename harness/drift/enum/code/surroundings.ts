import { type SyntaxNode, spanOf } from '../../support/syntax.ts';

/** Where the nearest block around a place begins, the nearest loop and the outermost condition: -1 without one. */
export interface Surroundings {
  readonly block: number;
  readonly loop: number;
  readonly branch: number;
}

const BLOCK =
  /block|suite|^(?:if|for|while)_\w*statement$|^(?:else|elif)_clause$|^(?:module|source_file|program|\w+_case|switch_default)$/;
const LOOP = /^(?:for|while|do)_\w*statement$|comprehension$/;

const CONDITION =
  /^(?:if_statement|else_clause|elif_clause|\w*switch_statement|match_statement|try_statement)$/;
const FUNCTION = /^(?:function_|method_|arrow_function|func_literal|lambda)/;

/** The block, loop and condition that a node stands in. */
export function surroundings(node: SyntaxNode): Surroundings {
  const above = node.ancestors();
  const kinds = above.map((each) => String(each.kind()));
  const home = kinds.findIndex((kind) => FUNCTION.test(kind));
  const startOf = (place: number): number => (above[place] ? spanOf(above[place]).start : -1);
  return {
    block: startOf(kinds.findIndex((kind) => BLOCK.test(kind))),
    loop: startOf(kinds.findIndex((kind) => LOOP.test(kind))),
    branch: startOf(kinds.slice(0, home).findLastIndex((kind) => CONDITION.test(kind))),
  };
}
