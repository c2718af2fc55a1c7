import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import type { FunctionType } from '../origin/go/go-type.ts';
import { goWorld } from '../origin/go/world.ts';
import { findPatterns } from '../patterns/find.ts';
import { contains, enclosingFunctions, sameSpan } from '../patterns/functions.ts';
import { nodesAmong } from '../patterns/kinds.ts';
import type { CallsCheck } from '../rules/rule.ts';
import type { Tree } from '../tree/tree.ts';

const DEEPEST_HELP = 3;

/**
 * Tells of calls in a Go file whether a helper does there what is demanded: a function of the tree that calls it, or
 * other helpers that do, and holds nothing that demands it, for then it would need it for itself.
 */
export function lender(
  tree: Tree,
  { when, also = [] }: CallsCheck,
): (file: SourceFile, call: SyntaxNode) => boolean {
  const world = goWorld(tree);
  const answers = new Map<string, boolean>();
  const helps = ({ file: home, node }: FunctionType, depth: number): boolean => {
    const key = `${home.path} ${node.id()}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    answers.set(key, false);
    const isOwn = (each: SyntaxNode) => {
      const [own] = enclosingFunctions(each);
      return own !== undefined && sameSpan(own, node);
    };
    const needsIt = findPatterns(tree, home, when).some((each) => contains(node, each));
    const answer =
      !needsIt &&
      (findPatterns(tree, home, also, 'calls').some(isOwn) ||
        (depth < DEEPEST_HELP &&
          callsIn(home, node).some((call) => isOwn(call) && lends(home, call, depth + 1))));
    answers.set(key, answer);
    return answer;
  };
  const lends = (home: SourceFile, call: SyntaxNode, depth: number): boolean => {
    const callee = call.field('function');
    const called = callee ? world.typeOf(home, callee) : undefined;
    return called?.kind === 'function' && called.node.field('body') !== null && helps(called, depth);
  };
  return (file, call) => file.language === 'go' && lends(file, call, 0);
}

/** The calls below a node. */
export function callsIn(file: SourceFile, node: SyntaxNode): readonly SyntaxNode[] {
  return nodesAmong(file, node, ['call_expression']);
}
