import type { SourceFile } from '../../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../../support/syntax.ts';
import { enclosingFunctions } from '../../patterns/functions.ts';
import { nodesAmong } from '../../patterns/kinds.ts';
import type { OriginPattern, Sought } from '../../rules/pattern.ts';
import { pathSet } from '../../tree/path-set.ts';
import type { Tree } from '../../tree/tree.ts';
import { pythonNames } from './python-names.ts';
import { scriptNames } from './script-names.ts';
import { isShadowed } from './shadow.ts';

const MEMBERS = ['member_expression', 'attribute'];
const NAMES = ['identifier', 'shorthand_property_identifier'];
const HOLDERS = ['variable_declarator', 'assignment', 'assignment_expression'];
/** Where a name is declared, not used. */
const DECLARING =
  /^(?:import_|namespace_|aliased_import$|export_specifier$|dotted_name$|keyword_argument$|parameters$|formal_parameters$)/;
const WRAPPERS =
  /^(?:parenthesized_expression|non_null_expression|as_expression|satisfies_expression|await)$/;
const LONGEST_CHAIN_OF_NAMES = 4;

/** The uses of what an origin names in a file of TypeScript, JavaScript or Python, also by local names for it. */
export function moduleUses(
  tree: Tree,
  file: SourceFile,
  { name, of }: OriginPattern,
  sought: Sought,
): readonly SyntaxNode[] {
  const set = pathSet(of);
  const known = (file.language === 'python' ? pythonNames : scriptNames)(tree, file, set, name);
  const root = tree.syntax(file);
  const found = [...usesOf(file, root, known)];
  let fresh: readonly SyntaxNode[] = found;
  for (let round = 0; round < LONGEST_CHAIN_OF_NAMES && fresh.length > 0; round += 1) {
    fresh = fresh.flatMap(heldAs).flatMap(({ name: local, scope }) => localUses(file, scope, local));
    found.push(...fresh);
  }
  const calls = found.map(wholeCall);
  return sought === 'uses'
    ? calls
    : calls.filter((node) => /^call(?:_expression)?$/.test(String(node.kind())));
}

function usesOf(file: SourceFile, root: SyntaxNode, names: readonly string[]): readonly SyntaxNode[] {
  const plain = names.filter((each) => !each.includes('.'));
  const dotted = new Set(names.filter((each) => each.includes('.')));
  const alone = plain.flatMap((each) => localUses(file, root, each).filter((use) => !isShadowed(use, each)));
  const members = dotted.size === 0 ? [] : nodesAmong(file, root, MEMBERS);
  const wanted = members.filter((node) => dotted.has(node.text().replace(/[\s?!]+/g, '')));
  return [...alone, ...wanted.filter((node) => !isShadowed(node, /^[^.?!\s]+/.exec(node.text())?.[0] ?? ''))];
}

function localUses(file: SourceFile, scope: SyntaxNode, name: string): readonly SyntaxNode[] {
  return nodesAmong(file, scope, NAMES, `^${name.replaceAll('$', '\\$')}$`).filter(isUse);
}

function isUse(node: SyntaxNode): boolean {
  const parent = node.parent();
  if (!parent || DECLARING.test(String(parent.kind()))) return false;
  if (parent.kind() === 'attribute') return parent.child(0)?.id() === node.id();
  const declared = [
    ...parent.fieldChildren('name'),
    ...parent.fieldChildren('left'),
    ...parent.fieldChildren('pattern'),
  ];
  return declared.every((each) => each.id() !== node.id());
}

/** The local name that a use is given to, if it is, and where that holds: `const take = acquire`. */
function heldAs(use: SyntaxNode): readonly { readonly name: string; readonly scope: SyntaxNode }[] {
  const value = unwrapped(use);
  const holder = value.parent();
  if (!holder || !HOLDERS.includes(String(holder.kind()))) return [];
  const given = holder.field('value') ?? holder.field('right');
  const name = holder.field('name') ?? holder.field('left');
  const [scope] = enclosingFunctions(holder);
  return given?.id() === value.id() && name?.kind() === 'identifier' && scope
    ? [{ name: name.text(), scope }]
    : [];
}

function unwrapped(node: SyntaxNode): SyntaxNode {
  const parent = node.parent();
  return parent && WRAPPERS.test(String(parent.kind())) ? unwrapped(parent) : node;
}

function wholeCall(use: SyntaxNode): SyntaxNode {
  const callee = unwrapped(use);
  const outer = callee.parent();
  const called = outer?.field('function');
  const isCalled =
    called && spanOf(called).start === spanOf(callee).start && spanOf(called).end === spanOf(callee).end;
  return outer && isCalled ? outer : use;
}
