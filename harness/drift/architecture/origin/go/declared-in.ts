import type { SyntaxNode } from '../../../support/syntax.ts';
import type { PathSet } from '../../tree/path-set.ts';
import { folderOf } from '../../tree/tree.ts';
import { declarationOf } from './bound.ts';
import type { FunctionType, GoWorld, NamedType } from './go-type.ts';
import { elements } from './member.ts';

/**
 * Tells whether a function is one of that name which the files of a set declare, or a method of an interface, wherever
 * that is declared, which a type of those files fulfils: whoever calls the interface may call that type.
 */
export function declaredIn(world: GoWorld, set: PathSet, name: string): (called: FunctionType) => boolean {
  let wanted: readonly Wanted[] | undefined;
  const answers = new Map<string, boolean>();
  return (called) => {
    const { file, node } = called;
    if (node.field('name')?.text() !== name) return false;
    if (set.has(file.path)) return true;
    if (node.kind() !== 'method_elem') return false;
    const key = `${file.path} ${node.id()}`;
    wanted ??= wantedIn(world, set, name);
    const known = called.bound ? undefined : answers.get(key);
    const answer = known ?? wanted.some((each) => fulfils(world, each, called));
    if (!called.bound) answers.set(key, answer);
    return answer;
  };
}

/** A method of the wanted name, and the type that has it. */
interface Wanted {
  readonly owner: NamedType;
  readonly method: FunctionType;
}

function wantedIn(world: GoWorld, set: PathSet, name: string): readonly Wanted[] {
  const folders = new Set(
    world.tree.code
      .filter(({ language, path }) => language === 'go' && set.has(path))
      .map(({ path }) => folderOf(path)),
  );
  return [...folders].flatMap((folder) =>
    [...world.packageIn(folder).methods].flatMap(([key, declared]) => {
      const [owner = '', method] = key.split('.');
      if (method !== name || !set.has(declared.file.path)) return [];
      return [
        { owner: { kind: 'named', folder, name: owner }, method: { kind: 'function', ...declared } } as const,
      ];
    }),
  );
}

/**
 * Parameters of types that the tree declares are proof enough, for a type may get the other methods of the interface
 * where it embeds the wanted one; parameters that anybody could have are not.
 */
function fulfils(world: GoWorld, { owner, method }: Wanted, called: FunctionType): boolean {
  const wanted = signature(world, method);
  const same = signature(world, called);
  if (wanted.length !== same.length || wanted.some(({ text }, index) => text !== same[index]?.text))
    return false;
  if (wanted.some(({ isOfTree }) => isOfTree)) return true;
  const whole = called.node.ancestors().find((each) => each.kind() === 'interface_type');
  const names = whole ? methodNames(world, called.file, whole) : [];
  return names.every((each) => world.member(owner, each)?.kind === 'function');
}

/** The methods of an interface, with those of the interfaces of the tree that it embeds. */
function methodNames(
  world: GoWorld,
  file: FunctionType['file'],
  node: SyntaxNode,
  depth = 0,
): readonly string[] {
  const own = node
    .children()
    .filter((each) => each.kind() === 'method_elem')
    .map((each) => each.field('name')?.text() ?? '');
  const embedded =
    depth > 4
      ? []
      : elements(node).flatMap((each) => {
          const type = world.written(file, each);
          const declared = type?.kind === 'named' ? declarationOf(world, type) : undefined;
          const inner = declared?.node.field('type');
          return declared && inner?.kind() === 'interface_type'
            ? methodNames(world, declared.file, inner, depth + 1)
            : [];
        });
  return [...own, ...embedded];
}

interface Parameter {
  readonly text: string;
  readonly isOfTree: boolean;
}

/** The types of the parameters, each as its package declares it or as it is written. */
function signature(world: GoWorld, { file, node, bound }: FunctionType): readonly Parameter[] {
  return (node.field('parameters')?.children() ?? []).flatMap((each) => {
    const type = each.field('type');
    if (!type) return [];
    const meant = world.written(file, type, bound);
    const isOfTree = meant?.kind === 'named';
    const text = isOfTree
      ? `${meant.folder}/${meant.name}${meant.local ? ` ${meant.local.node.id()}` : ''}`
      : type.text().replace(/\s+/g, ' ');
    const names = Math.max(1, each.fieldChildren('name').length);
    return Array.from({ length: names }, () => ({ text, isOfTree }));
  });
}
