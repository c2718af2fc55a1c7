import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import type { OriginPattern, Sought } from '../rules/pattern.ts';
import { pathSet } from '../tree/path-set.ts';
import type { Tree } from '../tree/tree.ts';
import { declaredIn } from './go/declared-in.ts';
import type { FunctionType } from './go/go-type.ts';
import { goCalls, goUnresolved, goUses } from './go/uses.ts';
import { goWorld } from './go/world.ts';
import { moduleUses } from './modules/uses.ts';

/** All places of a file that use what is declared elsewhere under a name, by whatever name it is known in the file. */
export function findOrigin(
  tree: Tree,
  file: SourceFile,
  origin: OriginPattern,
  sought: Sought,
): readonly SyntaxNode[] {
  return answersOf(tree).places(`${sought} ${file.path} ${JSON.stringify(origin)}`, () => {
    if (file.language !== 'go') return moduleUses(tree, file, origin, sought);
    const isWanted = answersOf(tree).wanted(JSON.stringify(origin), () =>
      declaredIn(goWorld(tree), pathSet(origin.of), origin.name),
    );
    return (sought === 'calls' ? goCalls : goUses)(goWorld(tree), file, origin.name, isWanted);
  });
}

/** Calls of that name of a file which may be the wanted ones, for nobody can tell; Go alone is read by its types. */
export function findUnresolved(tree: Tree, file: SourceFile, { name }: OriginPattern): readonly SyntaxNode[] {
  if (file.language !== 'go' || !file.text.includes(name)) return [];
  return answersOf(tree).places(`unresolved ${file.path} ${name}`, () =>
    goUnresolved(goWorld(tree), file, name),
  );
}

/** What was found in a tree before: rules ask for the same again and again. */
interface Answers {
  readonly places: Once<readonly SyntaxNode[]>;
  readonly wanted: Once<(called: FunctionType) => boolean>;
}

type Once<Answer> = (key: string, answer: () => Answer) => Answer;

const answers = new WeakMap<Tree, Answers>();

function answersOf(tree: Tree): Answers {
  const known = answers.get(tree) ?? { places: once(), wanted: once() };
  answers.set(tree, known);
  return known;
}

function once<Answer>(): Once<Answer> {
  const all = new Map<string, Answer>();
  return (key, answer) => {
    const known = all.get(key) ?? answer();
    all.set(key, known);
    return known;
  };
}
