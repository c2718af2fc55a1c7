import type { Expr } from './expr.ts';
import type { ScopedBinding } from './file-index.ts';
import { formatPieces } from './format.ts';
import { type Program, resolveName } from './program.ts';
import type { Text } from './text.ts';

/** More ways to build one text than this are not followed. */
const MAX_VARIANTS = 12;
const MAX_DEPTH = 12;

/** Calls that give back the text they are given, by the names that the usual libraries use. */
export const SAME_TEXT =
  /(?:^|\.)(?:TrimSpace|Rebind|dedent|cleandoc|text|SQL|raw|literal|unsafe|Identifier|identifier|string|String|strip|trim|sql|str|lower)$/;

export const JOINS = /(?:^|\.)(?:Join|join)$/;

/** Every text that an expression can come to, as far as the code tells; always at least one. */
export function textsOf(program: Program, expr: Expr, depth = 0): readonly Text[] {
  if (depth > MAX_DEPTH) return [[{ kind: 'hole', expr }]];
  switch (expr.kind) {
    case 'text':
      return [expr.runs.map((run) => ({ kind: 'run', run }))];
    case 'join':
      return product(expr.parts.map((part) => textsOf(program, part, depth + 1)));
    case 'choice':
      return expr.options.flatMap((option) => textsOf(program, option, depth + 1)).slice(0, MAX_VARIANTS);
    case 'format':
      return formatted(program, expr, depth);
    case 'name':
      return named(program, expr, depth);
    case 'call':
      return called(program, expr, depth);
    case 'bound':
      return [[{ kind: 'hole', expr: expr.of }]];
    case 'list':
    case 'record':
    case 'spread':
    case 'element':
    case 'none':
    case 'opaque':
      return [[{ kind: 'hole', expr }]];
    default:
      return expr satisfies never;
  }
}

function product(lists: readonly (readonly Text[])[]): readonly Text[] {
  let texts: readonly Text[] = [[]];
  for (const list of lists) {
    texts = texts.flatMap((text) => list.map((next) => [...text, ...next])).slice(0, MAX_VARIANTS);
  }
  return texts;
}

function named(program: Program, expr: Extract<Expr, { kind: 'name' }>, depth: number): readonly Text[] {
  const bindings = resolveName(program, expr);
  const sets = bindings.filter(({ how }) => how === 'set');
  const texts = sets.flatMap((set) => withAppends(program, set, bindings, depth)).slice(0, MAX_VARIANTS);
  const known = texts.filter((text) => text.some(({ kind }) => kind === 'run'));
  return known.length > 0 ? known : [[{ kind: 'hole', expr }]];
}

/** Every text that a variable's first value and what is appended to it can come to. */
export function textsOfBinding(
  program: Program,
  set: ScopedBinding,
  siblings: readonly ScopedBinding[],
): readonly Text[] {
  if (set.how === 'set') return withAppends(program, set, siblings, 0).slice(0, MAX_VARIANTS);
  const pieces = siblings.filter(({ how }) => how === 'append');
  return product(pieces.flatMap(({ value }) => (value ? [textsOf(program, value, 1)] : [])));
}

/** A variable that grows by `+=`: everything appended, and each append alone since branches exclude each other. */
function withAppends(
  program: Program,
  set: ScopedBinding,
  bindings: readonly ScopedBinding[],
  depth: number,
): readonly Text[] {
  if (!set.value) return [];
  const first = textsOf(program, set.value, depth + 1);
  const appended = bindings
    .filter(({ how, at }) => how === 'append' && at > set.at)
    .flatMap(({ value }) => (value ? [textsOf(program, value, depth + 1)] : []));
  if (appended.length === 0) return first;
  const alone = appended.length > 1 ? appended.flatMap((next) => product([first, next])) : [];
  return [...product([first, ...appended]), ...alone];
}

function called(program: Program, expr: Extract<Expr, { kind: 'call' }>, depth: number): readonly Text[] {
  const [first, second] = expr.args;
  const list = first && listBehind(program, first);
  if (JOINS.test(expr.callee) && list && second) {
    const separator = textsOf(program, second, depth + 1)[0] ?? [];
    const items = list.items.map((item) => textsOf(program, item, depth + 1));
    return product(items.flatMap((item, index) => (index === 0 ? [item] : [[separator], item])));
  }
  if (first && SAME_TEXT.test(expr.callee)) return textsOf(program, first, depth + 1);
  return [[{ kind: 'hole', expr }]];
}

function listBehind(program: Program, expr: Expr): Extract<Expr, { kind: 'list' }> | undefined {
  if (expr.kind === 'list') return expr;
  const values = expr.kind === 'name' ? resolveName(program, expr).map(({ value }) => value) : [];
  return values.length === 1 && values[0]?.kind === 'list' ? values[0] : undefined;
}

function formatted(
  program: Program,
  expr: Extract<Expr, { kind: 'format' }>,
  depth: number,
): readonly Text[] {
  return textsOf(program, expr.template, depth + 1)
    .flatMap((template) =>
      product(
        formatPieces(template, expr).map((piece) =>
          piece.kind === 'argument' ? textsOf(program, piece.expr, depth + 1) : [[piece]],
        ),
      ),
    )
    .slice(0, MAX_VARIANTS);
}
