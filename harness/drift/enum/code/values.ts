import type { ScopedBinding } from './binders.ts';
import { spend } from './budget.ts';
import { isCalled, passedFor, returnsOf } from './callers.ts';
import type { Expr, Span } from './expr.ts';
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

/** A way of more expressions than this is not gone. */
const MAX_DEPTH = 200;
/** Calls of drivers and helpers that wrap a value without changing it. */
const WRAPPERS =
  /(?:^|\.)(?:string|str|Array|StringArray|GenericArray|sql|join|QuoteLiteral|escapeLiteral|ptr|Ptr|strPtr|stringPtr|To|Pointer|neW|list|tuple|String)$/;

/** What is found on the ways from one expression; each expression on them is looked at once. */
interface Gathered {
  readonly values: Value[];
  readonly open: Expr[];
  readonly seen: Set<Expr>;
  readonly seenUnclear: Set<Expr>;
  readonly isUnclear: boolean;
  readonly depth: number;
}

/** Everything that `expr` can be, as far as the code tells: where functions call each other, the rounds add nothing. */
export function valuesOf(program: Program, expr: Expr): Values {
  const into: Gathered = {
    ...{ values: [], open: [], seen: new Set(), seenUnclear: new Set() },
    ...{ isUnclear: false, depth: 0 },
  };
  gather(program, expr, into);
  return {
    values: distinct(into.values, ({ value, isUnclear }) => `${isUnclear ?? ''} ${value}`),
    open: distinct(into.open, ({ kind }) => kind),
  };
}

/** Several ways may lead to one place, which counts once. */
function distinct<T extends Span>(items: readonly T[], telling: (item: T) => string): readonly T[] {
  if (items.length < 2) return items;
  const key = (item: T) => `${item.file.path}:${item.start}:${item.end} ${telling(item)}`;
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

function gather(program: Program, expr: Expr, before: Gathered): void {
  const seen = before.isUnclear ? before.seenUnclear : before.seen;
  if (seen.has(expr)) return;
  seen.add(expr);
  spend(program);
  const into = { ...before, depth: before.depth + 1 };
  if (into.depth > MAX_DEPTH) into.open.push(expr);
  else gatherAt(program, expr, into);
}

function gatherAt(program: Program, expr: Expr, into: Gathered): void {
  const next = (each: Expr) => gather(program, each, into);
  switch (expr.kind) {
    case 'text':
    case 'join':
    case 'format':
      for (const text of textsOf(program, expr)) gatherText(text, expr, into);
      return;
    case 'name':
      gatherName(program, expr, into);
      return;
    case 'choice':
      expr.options.forEach(next);
      return;
    case 'list':
      expr.items.forEach(next);
      return;
    case 'spread':
    case 'bound':
    case 'maybe':
    case 'repeat':
      next(expr.of);
      return;
    case 'unclear':
      gather(program, expr.of, { ...into, isUnclear: true });
      return;
    case 'element':
      gatherFollowed(program, expr, into);
      return;
    case 'record': {
      // A nullable wrapper such as `sql.NullString{String: "online", Valid: true}`; others are no single value.
      const wrapped = expr.entries.find(({ key }) => key === 'String');
      if (wrapped) next(wrapped.value);
      else into.open.push(expr);
      return;
    }
    case 'call':
      gatherCall(program, expr, into);
      return;
    case 'none':
      return;
    case 'opaque':
      into.open.push(expr);
      return;
    default:
      expr satisfies never;
  }
}

function gatherText(text: Text, expr: Expr, into: Gathered): void {
  const value = plain(text);
  if (value === undefined) {
    into.open.push(expr);
    return;
  }
  const [first] = text;
  const { file, start } = first?.kind === 'run' ? first.run : expr;
  const end = first?.kind === 'run' ? start + value.length : expr.end;
  into.values.push({ value, file, start, end, ...(into.isUnclear && { isUnclear: true }) });
}

function gatherName(program: Program, expr: Extract<Expr, { kind: 'name' }>, into: Gathered): void {
  const members = expr.of ? followed(program, expr) : [expr];
  if (members.some((each) => each !== expr && each.kind !== 'name')) {
    gatherFollowed(program, expr, into);
    return;
  }
  const bindings = [...resolveName(program, expr), ...partialWrites(program, expr)];
  if (bindings.length === 0) into.open.push(expr);
  for (const binding of bindings) gatherBinding(program, binding, expr, into);
}

/** What a variable is given; for a parameter, what the callers of its function pass. */
function gatherBinding(program: Program, binding: ScopedBinding, use: Expr, into: Gathered): void {
  const isParameter = binding.how === 'parameter';
  if (isParameter) for (const arg of passedFor(program, binding)) gather(program, arg, into);
  const isOpen = isParameter ? !isCalled(program, binding) : !binding.value;
  if (isOpen) into.open.push(use);
  if (!binding.value) return;
  // Without a caller the preset is but one of the values, and the parameter is open already.
  gather(program, binding.value, isParameter && isOpen ? { ...into, open: [] } : into);
}

/** What an expression leads to elsewhere; itself, when it leads nowhere, is unknown. */
function gatherFollowed(program: Program, expr: Expr, into: Gathered): void {
  for (const each of followed(program, expr)) {
    if (each === expr || each.kind === 'name' || each.kind === 'element') into.open.push(each);
    else gather(program, each, into);
  }
}

function gatherCall(program: Program, expr: Extract<Expr, { kind: 'call' }>, into: Gathered): void {
  const [first, ...more] = expr.args;
  const isWrapper = first && more.length === 0 && (WRAPPERS.test(expr.callee) || isConversion(program, expr));
  if (expr.callee === 'append' || isWrapper) {
    for (const arg of expr.args) gather(program, arg, into);
    return;
  }
  const returned = returnsOf(program, expr);
  if (returned.length === 0) into.open.push(expr);
  for (const each of returned) gather(program, each, into);
}

function isConversion(program: Program, { file, callee }: Extract<Expr, { kind: 'call' }>): boolean {
  const name = callee.split('.').at(-1) ?? '';
  if (!/^\w+$/.test(name)) return false;
  const declaration = file.language === 'go' ? `type ${name} string` : `class ${name}(`;
  return program.once(`conversion ${file.language} ${name}`, () =>
    program.holding(name, file.language).some(({ text }) => text.includes(declaration)),
  );
}
