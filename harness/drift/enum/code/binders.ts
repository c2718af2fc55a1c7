import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { Expr } from './expr.ts';
import type { Binding, CodeLanguage, FunctionSpan } from './language.ts';
import type { Nesting } from './nesting.ts';
import { once } from './once.ts';
import { type Surroundings, surroundings } from './surroundings.ts';

/** A binding and the innermost function that it lies in; absent at the top level of the file. */
export interface ScopedBinding extends Omit<Binding, 'value'> {
  readonly file: SourceFile;
  readonly scope: FunctionSpan | undefined;
  /** Where the value is written; `value` lowers it when first read. */
  readonly valueSpan: { readonly start: number; readonly end: number } | undefined;
  readonly value: Expr | undefined;
  /** Where the nearest block around it begins, the nearest loop and the outermost condition: -1 without one. */
  place(): Surroundings;
}

/** A node that may give names their values. */
export interface Binder {
  readonly start: number;
  readonly end: number;
  kind(): ReturnType<SyntaxNode['kind']>;
  bindings(): readonly ScopedBinding[];
}

/** Prepares a node's bindings, which are worked out when first asked for. */
export function binderOf(
  file: SourceFile,
  node: SyntaxNode,
  language: CodeLanguage,
  functions: Nesting<FunctionSpan>,
): Binder {
  const bindings = once(() =>
    language
      .bindings(file, node)
      .map((binding) => scopedBinding(file, binding, functions.around(binding.at)[0], node)),
  );
  return { ...spanOf(node), kind: () => node.kind(), bindings };
}

/** The bindings that lie in no function. */
export function topBindingsOf(
  binders: Nesting<Binder>,
  functions: Nesting<FunctionSpan>,
): readonly ScopedBinding[] {
  return binders.all
    .filter(({ start }) => functions.around(start).length === 0)
    .flatMap((each) => each.bindings())
    .filter(({ scope }) => scope === undefined);
}

/** True for what gives a name of the whole file its value. */
export function isAtTop(binding: ScopedBinding): boolean {
  return binding.scope === undefined && binding.owner === undefined && isWhole(binding);
}

/** True for what gives a name its whole value, instead of making a list longer or replacing a part. */
export function isWhole({ how }: ScopedBinding): boolean {
  return how !== 'grow' && how !== 'entry';
}

function scopedBinding(
  file: SourceFile,
  { value, ...rest }: Binding,
  scope: FunctionSpan | undefined,
  node: SyntaxNode,
): ScopedBinding {
  const lowered = once(() => value?.lower());
  return {
    ...rest,
    file,
    scope,
    valueSpan: value,
    get value() {
      return lowered();
    },
    place: once(() => surroundings(node)),
  };
}
