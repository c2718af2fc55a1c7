import { nodesOfKind, type SyntaxNode } from '../../../support/syntax.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { FileIndex } from '../file-index.ts';
import { partsOf } from '../nodes.ts';
import type { Program } from '../program.ts';
import type { Chain } from './chain.ts';
import { nameOf, objectOf } from './chain.ts';
import type { Given } from './given.ts';
import { columnType, tablesOfModel } from './tables.ts';

/** `Job.st == 'new'`, `Job.st.in_(['new'])`, `eq(jobs.st, 'new')` and `inArray(jobs.st, […])` inside a chain. */
export function comparisonsIn(
  program: Program,
  catalogue: Catalogue,
  index: FileIndex,
  { links }: Chain,
): readonly Given[] {
  if (index.language.folderIsModule) return [];
  const inside = links.flatMap(({ argNodes }) => argNodes);
  const column = (node: SyntaxNode | null | undefined) => columnAt(program, catalogue, index, node);
  const given = (left: SyntaxNode | null | undefined, right: SyntaxNode | undefined): readonly Given[] => {
    const type = right && column(left);
    return type ? [{ enum: type, role: 'compared', value: index.lower(right) }] : [];
  };
  const kinds = [...index.language.callKinds, 'comparison_operator'];
  return inside
    .flatMap((arg) =>
      nodesOfKind(arg, index.language.callKinds[0] === 'call' ? kinds : index.language.callKinds),
    )
    .flatMap((node): readonly Given[] => {
      if (node.kind() === 'comparison_operator') return given(partsOf(node)[0], partsOf(node)[1]);
      const target = node.field('function');
      const args = partsOf(node.field('arguments'));
      const object = target && objectOf(target);
      if (object && /^(?:in_|not_in|notin_|is_|is_not|__eq__)$/.test(nameOf(target)))
        return given(object, args[0]);
      return /^(?:eq|ne|inArray|notInArray)$/.test(target?.text() ?? '') ? given(args[0], args[1]) : [];
    });
}

function columnAt(
  program: Program,
  catalogue: Catalogue,
  index: FileIndex,
  node: SyntaxNode | null | undefined,
): ReturnType<typeof columnType> {
  const owner = node && objectOf(node);
  if (!owner) return undefined;
  const model = owner.text().replace(/\.c$/, '');
  return /^\w+$/.test(model)
    ? columnType(tablesOfModel(program, catalogue, index, owner, model), nameOf(node))
    : undefined;
}
