import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import { callType, conversionType, madeFor } from './call.ts';
import { held } from './contents.ts';
import type { GoType, GoWorld } from './go-type.ts';
import { nameType } from './scope.ts';

/** The type of an expression; that of a type expression is the type itself, so that `(*T).Method` reads like `t.Method`. */
export function expressionType(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  const part = (field: string): GoType | undefined => {
    const inner = node.field(field);
    return inner ? world.typeOf(file, inner) : undefined;
  };
  switch (String(node.kind())) {
    case 'identifier':
      return nameType(world, file, node);
    case 'selector_expression':
      return world.member(part('operand'), node.field('field')?.text() ?? '');
    case 'parenthesized_expression':
      return onlyChild(world, file, node);
    case 'unary_expression':
      return node.field('operator')?.text() === '<-' ? held(world, part('operand')) : part('operand');
    case 'call_expression':
      return callType(world, file, node);
    case 'index_expression': {
      const operand = part('operand');
      return operand?.kind === 'function'
        ? madeFor(world, file, operand, [node.field('index')])
        : held(world, operand);
    }
    case 'slice_expression':
      return part('operand');
    case 'type_conversion_expression':
      return conversionType(world, file, node);
    case 'type_assertion_expression':
    case 'composite_literal': {
      const type = node.field('type');
      return type ? world.written(file, type) : undefined;
    }
    case 'type_instantiation_expression': {
      const [type, ...given] = node.children().filter((each) => each.isNamed());
      const made = type && (world.typeOf(file, type) ?? world.written(file, type));
      return made?.kind === 'function' ? madeFor(world, file, made, given) : made;
    }
    case 'func_literal':
      return { kind: 'function', file, node };
    default:
      return world.written(file, node);
  }
}

function onlyChild(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  const inner = node.children().find((child) => child.isNamed());
  return inner && world.typeOf(file, inner);
}
