import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import { goWorld } from '../origin/go/world.ts';
import type { NoFieldCheck } from '../rules/rule.ts';
import { pathSet } from '../tree/path-set.ts';
import { folderOf, type Tree } from '../tree/tree.ts';
import { type Check, type Draft, emptyGlobs, stretch } from './check.ts';
import { codePaths } from './code-paths.ts';
import { declaredShape, filledShapes, type PlacedShape } from './go-shapes.ts';
import { type Field, shapesNamed } from './shapes.ts';

const DEEPEST_EMBEDDING = 6;

/** The type has none of the fields, neither by name, nor by the key it is read from, nor through what it embeds. */
export const checkNoField: Check<NoFieldCheck> = (settings, { tree }) => {
  const set = pathSet(settings.files);
  const banned = new Set(settings.fields.map((field) => field.toLowerCase()));
  let types = 0;
  const drafts = tree.code
    .filter(({ path, text }) => set.has(path) && text.includes(settings.type))
    .flatMap((file) =>
      shapesOf(tree, file, settings.type).flatMap((placed) => {
        types += 1;
        return bannedFields(tree, placed, banned, 0).map((found) => draftOf(found, settings.type));
      }),
    );
  const missing = types === 0 ? [`type: nothing is called ‘${settings.type}’`] : [];
  return { drafts, empty: [...emptyGlobs('files', set.unmatched(codePaths(tree))), ...missing] };
};

interface Found {
  readonly file: SourceFile;
  readonly field: Field;
}

/** The shapes of that name, and those that a Go function of that name has filled by others. */
function shapesOf(tree: Tree, file: SourceFile, name: string): readonly PlacedShape[] {
  const own = shapesNamed(file, tree.syntax(file), name).map((shape) => ({ file, shape }));
  return file.language === 'go' ? [...own, ...filledShapes(goWorld(tree), file, name)] : own;
}

function bannedFields(
  tree: Tree,
  { file, shape }: PlacedShape,
  banned: ReadonlySet<string>,
  depth: number,
): readonly Found[] {
  const own = shape.fields
    .filter(({ names }) => names.some((name) => banned.has(name.toLowerCase())))
    .map((field) => ({ file, field }));
  if (depth >= DEEPEST_EMBEDDING) return own;
  const beside = shape.embeds.flatMap((name) =>
    neighbours(tree, file, name).flatMap((other) =>
      shapesNamed(other, tree.syntax(other), name).map((inner) => ({ file: other, shape: inner })),
    ),
  );
  const typed = (shape.embedded ?? []).flatMap((node) => declaredShape(goWorld(tree), file, node));
  return [...own, ...[...beside, ...typed].flatMap((inner) => bannedFields(tree, inner, banned, depth + 1))];
}

/** Where an embedded type may be declared: in the same file, else in the same folder. */
function neighbours(tree: Tree, file: SourceFile, name: string): readonly SourceFile[] {
  const folder = folderOf(file.path);
  return tree.code.filter(
    (each) => folderOf(each.path) === folder && each.language === file.language && each.text.includes(name),
  );
}

function draftOf({ file, field }: Found, type: string): Draft {
  const { start, end } = span(field.node);
  const name = field.names[0] ?? '';
  return {
    ...stretch(file, start, end, field.node.text()),
    value: name,
    message: `${type} must not have the field ${name}.`,
  };
}

function span(node: SyntaxNode): { readonly start: number; readonly end: number } {
  return spanOf(node);
}
