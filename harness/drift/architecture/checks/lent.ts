import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import type { FunctionType } from '../origin/go/go-type.ts';
import { goWorld } from '../origin/go/world.ts';
import { findPatterns } from '../patterns/find.ts';
import { contains, enclosingFunctions, sameSpan } from '../patterns/functions.ts';
import { nodesAmong } from '../patterns/kinds.ts';
import type { CallsCheck } from '../rules/rule.ts';
import type { Tree } from '../tree/tree.ts';

/** What a function of the tree does for whoever calls it. */
interface Helper {
  /** True when it holds what demands help, and so needs it for itself. */
  readonly isNeedy: boolean;
  /** True when its own code calls what is demanded. */
  readonly gives: boolean;
  /** The functions of the tree that its own code calls. */
  readonly calls: () => readonly FunctionType[];
}

/**
 * Tells of calls in a Go file whether a helper does there what is demanded: a function of the tree that calls it, or
 * other helpers that do, and holds nothing that demands it, for then it would need it for itself.
 */
export function lender(tree: Tree, settings: CallsCheck): (file: SourceFile, call: SyntaxNode) => boolean {
  const helperOf = helpers(tree, settings);
  const answers = new Map<string, boolean>();
  return (file, call) => {
    const called = file.language === 'go' ? calledBy(tree, file, call) : undefined;
    if (!called) return false;
    const key = keyOf(called);
    const answer = answers.get(key) ?? reachesGiver(called, helperOf);
    answers.set(key, answer);
    return answer;
  };
}

/** Follows the calls of helpers from one of them, however far and in whatever circles they lead. */
function reachesGiver(first: FunctionType, helperOf: (called: FunctionType) => Helper): boolean {
  const reached = new Map([[keyOf(first), first]]);
  for (const called of reached.values()) {
    const { isNeedy, gives, calls } = helperOf(called);
    if (isNeedy) continue;
    if (gives) return true;
    for (const next of calls()) reached.set(keyOf(next), next);
  }
  return false;
}

/** Reads each function once; what it comes to does not depend on who asks. */
function helpers(tree: Tree, { when, also = [] }: CallsCheck): (called: FunctionType) => Helper {
  const demanding = placesIn((file) => findPatterns(tree, file, when));
  const giving = placesIn((file) => findPatterns(tree, file, also, 'calls'));
  const known = new Map<string, Helper>();
  const read = ({ file, node }: FunctionType): Helper => {
    const isOwn = (each: SyntaxNode) => {
      const [own] = enclosingFunctions(each);
      return own !== undefined && sameSpan(own, node);
    };
    let calls: readonly FunctionType[] | undefined;
    return {
      isNeedy: demanding(file).some((each) => contains(node, each)),
      gives: giving(file).some((each) => contains(node, each) && isOwn(each)),
      calls: () => {
        calls ??= callsIn(file, node)
          .filter(isOwn)
          .flatMap((call) => calledBy(tree, file, call) ?? []);
        return calls;
      },
    };
  };
  return (called) => {
    const helper = known.get(keyOf(called)) ?? read(called);
    known.set(keyOf(called), helper);
    return helper;
  };
}

function placesIn(find: (file: SourceFile) => readonly SyntaxNode[]) {
  const known = new Map<string, readonly SyntaxNode[]>();
  return (file: SourceFile): readonly SyntaxNode[] => {
    const places = known.get(file.path) ?? find(file);
    known.set(file.path, places);
    return places;
  };
}

/** The function of the tree that a call calls, where its code can be read. */
function calledBy(tree: Tree, file: SourceFile, call: SyntaxNode): FunctionType | undefined {
  const callee = call.field('function');
  const called = callee ? goWorld(tree).typeOf(file, callee) : undefined;
  return called?.kind === 'function' && called.node.field('body') !== null ? called : undefined;
}

function keyOf({ file, node }: FunctionType): string {
  return `${file.path} ${node.id()}`;
}

/** The calls below a node. */
export function callsIn(file: SourceFile, node: SyntaxNode): readonly SyntaxNode[] {
  return nodesAmong(file, node, ['call_expression']);
}
