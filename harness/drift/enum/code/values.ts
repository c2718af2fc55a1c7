import { rememberingByDepth } from './budget.ts';
import { isCalled, passedFor, returnsOf } from './callers.ts';
import type { Expr, Span } from './expr.ts';
import type { ScopedBinding } from './file-index.ts';
import { followed } from './follow.ts';
import { partialWrites, resolveName } from './names.ts';
import type { Program } from './program.ts';
import { plain, type Text } from './text.ts';
import { textsOf } from './texts.ts';

/** A text that an expression can come to, at the place where it is written. */
export interface Value extends Span {
  readonly value: string;
  /** Set where nobody knows whether it is meant for the statement at all. */
  readonly isUnclear?: true;
}

/** The texts that an expression can come to; `open` holds the parts that only runtime knows. */
export interface Values {
  readonly values: readonly Value[];
  readonly open: readonly Expr[];
}

const NONE: Values = { values: [], open: [] };
const MAX_DEPTH = 8;
/** Calls of drivers and helpers that wrap a value without changing it. */
const WRAPPERS =
  /(?:^|\.)(?:string|str|Array|StringArray|GenericArray|sql|join|QuoteLiteral|escapeLiteral|ptr|Ptr|strPtr|stringPtr|To|Pointer|neW|list|tuple|String)$/;

/** Everything that `expr` can be, as far as the code tells. */
export function valuesOf(program: Program, expr: Expr, depth = 0): Values {
  if (depth > MAX_DEPTH && expr.kind !== 'text') return { values: [], open: [expr] };
  return remember(program, expr, depth, () => found(program, expr, depth));
}

const remember = rememberingByDepth<Values>();

function found(program: Program, expr: Expr, depth: number): Values {
  const next = (each: Expr) => valuesOf(program, each, depth + 1);
  switch (expr.kind) {
    case 'text':
    case 'join':
    case 'format':
      return all(textsOf(program, expr).map((text) => textValue(text, expr)));
    case 'name':
      return ofName(program, expr, depth);
    case 'choice':
      return all(expr.options.map(next));
    case 'list':
      return all(expr.items.map(next));
    case 'spread':
    case 'bound':
    case 'maybe':
    case 'repeat':
      return next(expr.of);
    case 'unclear': {
      const { values, open } = next(expr.of);
      return { values: values.map((value) => ({ ...value, isUnclear: true })), open };
    }
    case 'element':
      return ofFollowed(program, expr, depth);
    case 'record':
      return ofRecord(expr, next);
    case 'call':
      return ofCall(program, expr, depth);
    case 'none':
      return NONE;
    case 'opaque':
      return { values: [], open: [expr] };
    default:
      return expr satisfies never;
  }
}

/** Several ways may lead to one place, which counts once. */
function all(parts: readonly Values[]): Values {
  const [only, ...more] = parts;
  if (only && more.length === 0) return only;
  return {
    values: distinct(
      parts.flatMap(({ values }) => values),
      ({ value, isUnclear }) => `${isUnclear ?? ''} ${value}`,
    ),
    open: distinct(
      parts.flatMap(({ open }) => open),
      ({ kind }) => kind,
    ),
  };
}

function distinct<T extends Span>(items: readonly T[], telling: (item: T) => string): readonly T[] {
  if (items.length < 2) return items;
  const key = (item: T) => `${item.file.path}:${item.start}:${item.end} ${telling(item)}`;
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

function textValue(text: Text, expr: Expr): Values {
  const value = plain(text);
  if (value === undefined) return { values: [], open: [expr] };
  const first = text[0];
  if (first?.kind !== 'run')
    return { values: [{ value, file: expr.file, start: expr.start, end: expr.end }], open: [] };
  const { file, start } = first.run;
  return { values: [{ value, file, start, end: start + value.length }], open: [] };
}

function ofName(program: Program, expr: Extract<Expr, { kind: 'name' }>, depth: number): Values {
  const members = expr.of ? followed(program, expr) : [expr];
  if (members.some((each) => each !== expr && each.kind !== 'name')) return ofFollowed(program, expr, depth);
  const bindings = [...resolveName(program, expr), ...partialWrites(program, expr)];
  if (bindings.length === 0) return { values: [], open: [expr] };
  return all(bindings.map((binding) => ofBinding(program, binding, expr, depth)));
}

function ofBinding(program: Program, binding: ScopedBinding, use: Expr, depth: number): Values {
  if (binding.how === 'parameter') return ofParameter(program, binding, use, depth);
  return binding.value ? valuesOf(program, binding.value, depth + 1) : { values: [], open: [use] };
}

/** What the callers of a function pass for one of its parameters. */
function ofParameter(program: Program, binding: ScopedBinding, use: Expr, depth: number): Values {
  const passed = passedFor(program, binding).map((arg) => valuesOf(program, arg, depth + 1));
  const preset = binding.value ? [valuesOf(program, binding.value, depth + 1)] : [];
  return isCalled(program, binding)
    ? all([...passed, ...preset])
    : { values: all(preset).values, open: [use] };
}

/** What an expression leads to elsewhere; itself, when it leads nowhere, is unknown. */
function ofFollowed(program: Program, expr: Expr, depth: number): Values {
  return all(
    followed(program, expr).map((each) =>
      each === expr || each.kind === 'name' || each.kind === 'element'
        ? { values: [], open: [each] }
        : valuesOf(program, each, depth + 1),
    ),
  );
}

/** A nullable wrapper such as `sql.NullString{String: "online", Valid: true}`; other records are no single value. */
function ofRecord(expr: Extract<Expr, { kind: 'record' }>, next: (each: Expr) => Values): Values {
  const wrapped = expr.entries.find(({ key }) => key === 'String');
  return wrapped ? next(wrapped.value) : { values: [], open: [expr] };
}

function ofCall(program: Program, expr: Extract<Expr, { kind: 'call' }>, depth: number): Values {
  const [first, ...more] = expr.args;
  if (expr.callee === 'append') return all(expr.args.map((arg) => valuesOf(program, arg, depth + 1)));
  const known = first && more.length === 0 && (WRAPPERS.test(expr.callee) || isConversion(program, expr));
  if (known) return valuesOf(program, first, depth + 1);
  const returned = returnsOf(program, expr);
  return returned.length > 0
    ? all(returned.map((each) => valuesOf(program, each, depth + 1)))
    : { values: [], open: [expr] };
}

function isConversion(program: Program, { file, callee }: Extract<Expr, { kind: 'call' }>): boolean {
  const name = callee.split('.').at(-1) ?? '';
  if (!/^\w+$/.test(name)) return false;
  const declaration = file.language === 'go' ? `type ${name} string` : `class ${name}(`;
  return program.once(`conversion ${file.language} ${name}`, () =>
    program.holding(name, file.language).some(({ text }) => text.includes(declaration)),
  );
}
