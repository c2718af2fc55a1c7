import type { SourceFile } from '../../support/source-file.ts';
import type { ScopedBinding } from './binders.ts';
import { rememberingByDepth } from './budget.ts';
import type { Expr } from './expr.ts';
import { flatItems, followed, listsBehind } from './follow.ts';
import { formatPieces } from './format.ts';
import { resolveName } from './names.ts';
import type { Program } from './program.ts';
import { type Part, sliceOf, type Text } from './text.ts';

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
  return remember(program, expr, depth, () => found(program, expr, depth));
}

const remember = rememberingByDepth<readonly Text[]>();

function found(program: Program, expr: Expr, depth: number): readonly Text[] {
  switch (expr.kind) {
    case 'text':
      return [expr.runs.map((run) => ({ kind: 'run', run }))];
    case 'join':
      return product(expr.parts.map((part) => textsOf(program, part, depth + 1)));
    case 'choice':
      return textOptions(expr.options)
        .flatMap((option) => textsOf(program, option, depth + 1))
        .slice(0, MAX_VARIANTS);
    case 'format':
      return formatted(program, expr, depth);
    case 'name':
      return named(program, expr, depth);
    case 'call':
      return called(program, expr, depth);
    case 'bound':
      return [[{ kind: 'hole', expr: expr.of }]];
    case 'maybe':
    case 'unclear':
      return textsOf(program, expr.of, depth + 1);
    case 'repeat':
      return repeated(program, expr, depth);
    case 'element':
      return elsewhere(program, expr, depth);
    case 'list':
    case 'record':
    case 'spread':
    case 'none':
    case 'opaque':
      return [[{ kind: 'hole', expr }]];
    default:
      return expr satisfies never;
  }
}

/** `flag && 'text'` and `flag ? 'text' : null` are texts or nothing. */
function textOptions(options: readonly Expr[]): readonly Expr[] {
  const texts = options.filter(({ kind }) => kind !== 'none');
  return texts.length > 0 ? texts : options;
}

/** The texts that a member, an element or a call leads to. */
function elsewhere(program: Program, expr: Expr, depth: number): readonly Text[] {
  return followed(program, expr)
    .flatMap((each): readonly Text[] =>
      each === expr || !/^(?:text|join|format|choice)$/.test(each.kind)
        ? [[{ kind: 'hole', expr }]]
        : textsOf(program, each, depth + 1),
    )
    .slice(0, MAX_VARIANTS);
}

function repeated(program: Program, expr: Extract<Expr, { kind: 'repeat' }>, depth: number): readonly Text[] {
  const [list] = followed(program, expr);
  return list?.kind === 'list'
    ? product(list.items.map((item) => textsOf(program, item, depth + 1)))
    : [[{ kind: 'hole', expr }]];
}

function product(lists: readonly (readonly Text[])[]): readonly Text[] {
  let texts: Part[][] = [[]];
  for (const list of lists) {
    const [only = [], ...more] = list;
    if (list.length > 0 && more.length === 0) for (const text of texts) text.push(...only);
    else texts = texts.flatMap((text) => list.map((next) => [...text, ...next])).slice(0, MAX_VARIANTS);
  }
  return texts;
}

function named(program: Program, expr: Extract<Expr, { kind: 'name' }>, depth: number): readonly Text[] {
  const bindings = resolveName(program, expr);
  if (expr.of && !(bindings.length > 0 && leadsNowhere(program, expr)))
    return elsewhere(program, expr, depth);
  const sets = bindings.filter(({ how }) => how === 'set');
  const texts = sets.flatMap((set) => withAppends(program, set, bindings, depth)).slice(0, MAX_VARIANTS);
  const known = texts.filter((text) => text.some(({ kind }) => kind === 'run'));
  return known.length > 0 ? known : [[{ kind: 'hole', expr }]];
}

function leadsNowhere(program: Program, expr: Expr): boolean {
  return followed(program, expr).every((each) => each === expr);
}

function aloneMark(file: SourceFile): Part {
  return { kind: 'run', run: { text: '', file, start: 0, verbatim: false, alone: true } };
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
  const alone =
    appended.length > 1 ? appended.flatMap((next) => product([first, next, [[aloneMark(set.file)]]])) : [];
  return [...product([first, ...appended]), ...alone];
}

function called(program: Program, expr: Extract<Expr, { kind: 'call' }>, depth: number): readonly Text[] {
  const [first, second] = expr.args;
  if (JOINS.test(expr.callee) && first && second) {
    const separator = textsOf(program, second, depth + 1)[0] ?? [];
    const lists = listsBehind(program, first);
    const texts = lists.flatMap((list) => joined(program, list.items, separator, depth));
    return texts.length > 0 ? texts.slice(0, MAX_VARIANTS) : [[{ kind: 'hole', expr }]];
  }
  if (first && SAME_TEXT.test(expr.callee)) return textsOf(program, first, depth + 1);
  if (first && /(?:^|\.)Trim(?:Suffix|Right)$/.test(expr.callee))
    return textsOf(program, first, depth + 1).map(withoutComma);
  return elsewhere(program, expr, depth);
}

/** All items between separators; where some are there on some paths only, also those alone with the certain ones. */
function joined(program: Program, listed: readonly Expr[], separator: Text, depth: number): readonly Text[] {
  const items = flatItems(program, listed).map((item) => ({
    texts: textsOf(program, item.kind === 'spread' ? oneOf(item.of) : item, depth + 1),
    optional: item.kind === 'maybe' || item.kind === 'spread',
    file: item.file,
  }));
  const glued = (some: typeof items) =>
    product(some.flatMap(({ texts }, place) => (place === 0 ? [texts] : [[separator], texts])));
  const optional = items.filter((item) => item.optional);
  const alone = optional.length > 1 ? optional : [];
  return [
    ...glued(items),
    ...alone.flatMap((one) =>
      glued(items.filter((item) => !item.optional || item === one)).map((text) => [
        ...text,
        aloneMark(one.file),
      ]),
    ),
  ];
}

/** A list that a loop fills stands for its items, of which the text shows one. */
function oneOf(expr: Expr): Expr {
  if (expr.kind !== 'element' || expr.of.kind !== 'list') return expr;
  const { file, start, end, of } = expr;
  return { file, start, end, kind: 'choice', options: of.items };
}

function withoutComma(text: Text): Text {
  const last = text.at(-1);
  if (last?.kind !== 'run' || !/,\s*$/.test(last.run.text)) return text;
  return [...text.slice(0, -1), sliceOf(last.run, 0, last.run.text.replace(/,\s*$/, '').length)];
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
