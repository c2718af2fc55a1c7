import type { SourceFile } from '../../support/source-file.ts';
import type { SyntaxNode } from '../../support/syntax.ts';
import type { GoType, GoWorld } from '../origin/go/go-type.ts';
import { nodesAmong } from '../patterns/kinds.ts';
import { goShape, type Shape } from './shapes.ts';

/** A shape and the file that declares it. */
export interface PlacedShape {
  readonly file: SourceFile;
  readonly shape: Shape;
}

/** The struct that a type of Go is, whichever package declares it. */
export function declaredShape(world: GoWorld, file: SourceFile, node: SyntaxNode): readonly PlacedShape[] {
  return shapeOfType(world, world.written(file, node));
}

/**
 * The structs of declared types that a function of that name gives out to be filled: `&body` in a call of something
 * outside of the tree, such as `c.ShouldBindJSON(&body)`. An anonymous one stands in the function itself.
 */
export function filledShapes(world: GoWorld, file: SourceFile, name: string): readonly PlacedShape[] {
  const kinds = ['function_declaration', 'method_declaration'];
  const functions = nodesAmong(file, world.tree.syntax(file), kinds).filter(
    (node) => node.field('name')?.text() === name,
  );
  return functions.flatMap((node) =>
    nodesAmong(file, node, ['call_expression'], '&')
      .filter((call) => isForeign(world, file, call))
      .flatMap((call) => call.field('arguments')?.children() ?? [])
      .filter((argument) => argument.kind() === 'unary_expression')
      .flatMap((argument) => {
        const type = world.typeOf(file, argument);
        return type?.kind === 'named' ? shapeOfType(world, type) : [];
      }),
  );
}

function isForeign(world: GoWorld, file: SourceFile, call: SyntaxNode): boolean {
  const callee = call.field('function');
  return callee !== null && world.typeOf(file, callee)?.kind !== 'function';
}

function shapeOfType(world: GoWorld, type: GoType | undefined): readonly PlacedShape[] {
  if (type?.kind === 'written') return placed(type.file, type.node);
  const declared = type?.kind === 'named' ? world.packageIn(type.folder).types.get(type.name) : undefined;
  const node = declared?.node.field('type');
  if (!declared || !node) return [];
  const isStruct = /^(?:struct|interface)_type$/.test(String(node.kind()));
  return isStruct ? placed(declared.file, node) : shapeOfType(world, world.written(declared.file, node));
}

function placed(file: SourceFile, node: SyntaxNode): readonly PlacedShape[] {
  return [{ file, shape: goShape(file, node) }];
}
