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
