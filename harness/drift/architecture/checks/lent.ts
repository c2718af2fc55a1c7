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
 * Finds the calls of a Go file by which helpers do what is demanded: functions of the tree that call it themselves, or
 * through helpers of their own, and hold nothing that demands it, for then they would need it for themselves.
 */
export function lentCalls(
  tree: Tree,
  file: SourceFile,
  { when, also = [] }: CallsCheck,
): readonly SyntaxNode[] {
  if (file.language !== 'go') return [];
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
  return callsIn(file, tree.syntax(file)).filter((call) => lends(file, call, 0));
}

function callsIn(file: SourceFile, node: SyntaxNode): readonly SyntaxNode[] {
  return nodesAmong(file, node, ['call_expression']);
}
