import type { SourceFile } from '../../../support/source-file.ts';
import type { SyntaxNode } from '../../../support/syntax.ts';
import { held } from './contents.ts';
import { type FunctionType, type GoType, type GoWorld, OUTSIDE } from './go-type.ts';
import { nameType } from './scope.ts';
import { declaredType } from './written.ts';

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
      return operand?.kind === 'function' ? operand : held(world, operand);
    }
    case 'slice_expression':
      return part('operand');
    case 'type_assertion_expression':
    case 'type_conversion_expression':
    case 'composite_literal': {
      const type = node.field('type');
      return type ? world.written(file, type) : undefined;
    }
    case 'type_instantiation_expression': {
      const type = node.field('type');
      return type ? (world.typeOf(file, type) ?? world.written(file, type)) : undefined;
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

function callType(world: GoWorld, file: SourceFile, node: SyntaxNode): GoType | undefined {
  const callee = node.field('function');
  if (!callee) return undefined;
  const type =
    world.typeOf(file, callee) ??
    (callee.kind() === 'identifier' ? declaredType(world, file, callee.text()) : undefined);
  if (type?.kind === 'function') return resultType(world, type, file, node);
  if (type?.kind === 'outside' && !type.argument) return builtInResult(world, file, node, callee.text());
  return type;
}

/** `new(T)` and `make(T)` give Ts, `append(s, x)` is what s is; nothing else from outside is known. */
function builtInResult(world: GoWorld, file: SourceFile, node: SyntaxNode, callee: string): GoType {
  const first = argumentsOf(node)[0];
  if (!first || !/^(?:new|make|append|min|max)$/.test(callee)) return OUTSIDE;
  return world.typeOf(file, first) ?? OUTSIDE;
}

function resultType(
  world: GoWorld,
  called: FunctionType,
  file: SourceFile,
  call: SyntaxNode,
): GoType | undefined {
  const result = called.node.field('result');
  if (!result) return undefined;
  if (result.kind() !== 'parameter_list') return oneResult(world, called, result, file, call);
  const types = result.children().flatMap((each) => {
    const type = each.field('type');
    const names = Math.max(1, each.fieldChildren('name').length);
    return type ? Array.from({ length: names }, () => oneResult(world, called, type, file, call)) : [];
  });
  return types.length === 1 ? types[0] : { kind: 'tuple', types };
}

/** A result that is a type parameter is what was given for the first parameter of that type. */
function oneResult(
  world: GoWorld,
  { file: home, node }: FunctionType,
  type: SyntaxNode,
  file: SourceFile,
  call: SyntaxNode,
): GoType | undefined {
  const name = type.text().replace(/^\*/, '');
  const isParameter = node
    .field('type_parameters')
    ?.children()
    .some((each) => each.fieldChildren('name').some((one) => one.text() === name));
  if (!isParameter) return world.written(home, type);
  const parameters = (node.field('parameters')?.children() ?? []).flatMap((each) => {
    const names = Math.max(1, each.fieldChildren('name').length);
    const text = each.field('type')?.text();
    return text === undefined ? [] : Array.from({ length: names }, () => text.replace(/^\*/, ''));
  });
  const given = argumentsOf(call)[parameters.indexOf(name)];
  return (given && world.typeOf(file, given)) ?? world.written(home, type);
}

function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  return (
    call
      .field('arguments')
      ?.children()
      .filter((child) => child.isNamed()) ?? []
  );
}
