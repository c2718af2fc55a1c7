import { amended, isList, type List, listOf, maybe, spreadOf } from './amended.ts';
import type { ScopedBinding } from './binders.ts';
import { rememberingByDepth } from './budget.ts';
import { passedFor, returnsOf } from './callers.ts';
import { ANY_KEY, type Expr, type RecordEntry, SPREAD_KEY } from './expr.ts';
import { lookUp, structPlace } from './members.ts';
import { partialWrites, resolveName } from './names.ts';
import type { Program } from './program.ts';

const MAX_DEPTH = 10;
/** Longer generated lists are not written out. */
const MAX_REPEATS = 100;

type Call = Extract<Expr, { kind: 'call' }>;
type Name = Extract<Expr, { kind: 'name' }>;

/**
 * What an expression can be, with names, members and elements followed to where they are written: lists and records
 * come with everything that code adds to them or replaces in them later. An expression that leads nowhere stays itself.
 */
export function followed(program: Program, expr: Expr, depth = 0): readonly Expr[] {
  if (depth > MAX_DEPTH) return [expr];
  return remember(program, expr, depth, () => [...new Set(found(program, expr, depth))]);
}

const remember = rememberingByDepth<readonly Expr[]>();

function found(program: Program, expr: Expr, depth: number): readonly Expr[] {
  const next = (each: Expr) => followed(program, each, depth + 1);
  switch (expr.kind) {
    case 'name':
      return (expr.of && member(program, expr, depth)) ?? variable(program, expr, depth);
    case 'element':
      return elements(program, expr, depth);
    case 'choice':
      return expr.options.flatMap(next);
    case 'maybe':
    case 'unclear':
    case 'spread':
    case 'bound':
      return next(expr.of);
    case 'join':
      return expr.parts.some((part) => part.kind !== 'text' && next(part).some(isList))
        ? [listOf(expr, expr.parts.map(spreadOf))]
        : [expr];
    case 'repeat':
      return repeated(program, expr, depth);
    case 'call':
      return called(program, expr, depth);
    default:
      return [expr];
  }
}

/** The lists that an expression can be. */
export function listsBehind(program: Program, expr: Expr): readonly List[] {
  return followed(program, expr).filter(isList);
}

/** Items of a list with the lists spread into it laid out; a spread of unknown length stays. */
export function flatItems(program: Program, items: readonly Expr[], depth = 0): readonly Expr[] {
  return items.flatMap((item) => {
    if (item.kind === 'maybe' && item.of.kind === 'spread')
      return flatItems(program, [item.of], depth).map((each) =>
        each.kind === 'spread' ? each : maybe(each),
      );
    if (item.kind !== 'spread' || depth > MAX_DEPTH) return [item];
    const [only, ...more] = followed(program, item.of, depth + 1);
    return only?.kind === 'list' && more.length === 0 ? flatItems(program, only.items, depth + 1) : [item];
  });
}

function variable(program: Program, expr: Name, depth: number): readonly Expr[] {
  const bindings = resolveName(program, expr);
  const partial = partialWrites(program, expr);
  const grown = bindings.filter(({ how, value }) => how === 'append' && value && value.kind !== 'text');
  const wholes = bindings.filter(({ how }) => how === 'set' || how === 'parameter');
  if (wholes.length === 0) return [expr];
  return wholes.flatMap((whole) => {
    const shapes = wholeValues(program, whole, expr, depth);
    const later = [...partial, ...grown].filter(
      ({ at, scope, file }) => scope !== whole.scope || file !== whole.file || at > whole.at,
    );
    return later.length === 0 ? shapes : shapes.map((shape) => amended(shape, whole, later));
  });
}

function wholeValues(program: Program, whole: ScopedBinding, expr: Expr, depth: number): readonly Expr[] {
  if (whole.how === 'parameter') {
    const passed = passedFor(program, whole);
    return passed.length === 0 ? [expr] : passed.flatMap((each) => followed(program, each, depth + 1));
  }
  if (whole.value) return followed(program, whole.value, depth + 1);
  return [whole.type === undefined ? { ...expr, kind: 'opaque' } : listOf(expr, [])];
}

/** A member of a record, of a tuple or of a struct; nothing when what stands before the dot is none of these. */
function member(program: Program, expr: Name, depth: number): readonly Expr[] | undefined {
  const { of, name, file } = expr;
  if (!of || (of.kind === 'name' && isImport(program, of))) return undefined;
  return parts(
    program,
    followed(program, of, depth + 1),
    structPlace(program, file, name) ?? name,
    expr,
    depth,
  );
}

function isImport(program: Program, { file, name }: Name): boolean {
  return (
    program
      .index(file)
      ?.imports()
      .some((each) => each.name === name && each.member === undefined) ?? false
  );
}

function elements(
  program: Program,
  expr: Extract<Expr, { kind: 'element' }>,
  depth: number,
): readonly Expr[] {
  const bases = followed(program, expr.of, depth + 1);
  if (expr.key !== undefined) return parts(program, bases, expr.key, expr, depth) ?? [expr];
  return bases.flatMap((base): readonly Expr[] => {
    const inside =
      base.kind === 'record' ? base.entries.map(({ value }) => value) : isList(base) ? base.items : [];
    const values = inside.flatMap((value) => followed(program, value, depth + 1));
    return values.length > 0 ? values : [expr];
  });
}

function parts(
  program: Program,
  bases: readonly Expr[],
  key: string | { readonly name: string; readonly place: number },
  expr: Expr,
  depth: number,
): readonly Expr[] | undefined {
  const name = typeof key === 'string' ? key : key.name;
  const place = typeof key === 'string' ? key : String(key.place);
  let known = false;
  const values = bases.flatMap((base): readonly Expr[] => {
    const record = base.kind === 'call' ? base.args.at(-1) : base;
    if (record?.kind === 'record') {
      known = true;
      return lookUp(flatEntries(program, record.entries, depth), name).flatMap((value) =>
        followed(program, value, depth + 1),
      );
    }
    if (!isList(base)) return [expr];
    const items = flatItems(program, base.items, depth);
    const item =
      /^\d+$/.test(place) && items.every(({ kind }) => kind !== 'spread') ? items[Number(place)] : undefined;
    if (!item) return [expr];
    known = true;
    return followed(program, item, depth + 1);
  });
  return known ? values : undefined;
}

/** Entries of a record with those of the records spread into it laid out. */
export function flatEntries(
  program: Program,
  entries: readonly RecordEntry[],
  depth = 0,
): readonly RecordEntry[] {
  return entries.flatMap(({ key, value }): readonly RecordEntry[] => {
    if (key !== SPREAD_KEY || depth > MAX_DEPTH) return [{ key, value }];
    return followed(program, value, depth + 1).flatMap((base) =>
      base.kind === 'record'
        ? flatEntries(program, base.entries, depth + 1).map((each) => ({
            key: each.key,
            value: value.kind === 'maybe' ? maybe(each.value) : each.value,
          }))
        : base.kind === 'none' || (isList(base) && base.items.length === 0)
          ? []
          : [{ key: ANY_KEY, value: base }],
    );
  });
}

function called(program: Program, expr: Call, depth: number): readonly Expr[] {
  const [first, ...rest] = expr.args;
  const name = expr.callee.split('.').at(-1) ?? '';
  if (/^(?:make|Map|Set)$/.test(name) && expr.callee === name) return [listOf(expr, [])];
  if (first && expr.callee === 'append') return [listOf(expr, [spreadOf(first), ...rest])];
  if (first && name === 'concat')
    return [
      listOf(
        expr,
        expr.args.map((arg) => concatenated(program, arg, depth)),
      ),
    ];
  if (first && /^(?:slices\.(?:Clone|Concat)|filter|slice)$/.test(expr.callee))
    return followed(program, first, depth + 1);
  const returned = returnsOf(program, expr);
  return returned.length > 0 ? returned.flatMap((each) => followed(program, each, depth + 1)) : [expr];
}

/** `xs.concat(ys, 'z')` takes lists apart and other values as they are. */
function concatenated(program: Program, arg: Expr, depth: number): Expr {
  return followed(program, arg, depth + 1).some(isList) ? spreadOf(arg) : arg;
}

function repeated(program: Program, expr: Extract<Expr, { kind: 'repeat' }>, depth: number): readonly Expr[] {
  const times = countOf(program, expr.times, depth + 1);
  if (times === undefined || times > MAX_REPEATS) return [expr];
  const { from, of } = expr;
  const single = followed(program, of, depth + 1);
  const items = single.length === 1 && single[0] && isList(single[0]) ? single[0].items : [of];
  const each = Array.from({ length: times }, (_, place) =>
    from === undefined ? items : [numbered(expr, from + place)],
  );
  return [listOf(expr, each.flat())];
}

function numbered({ file, start, end }: Expr, number: number): Expr {
  return { file, start, end, kind: 'text', runs: [{ text: `$${number}`, file, start, verbatim: false }] };
}

/** How often something is repeated: a number as written, the length of a list, one more or less than that. */
function countOf(program: Program, times: Expr, depth: number): number | undefined {
  const source = times.file.text.slice(times.start, times.end);
  if (/^\d+$/.test(source)) return Number(source);
  const shift = /^(.*?)\s*([-+])\s*(\d+)$/.exec(source);
  if (times.kind === 'call' && times.callee === 'len' && times.args[0])
    return lengthOf(program, times.args[0], depth);
  if (times.kind === 'opaque' && shift) {
    const list = /^len\((\w+)\)$/.exec(shift[1] ?? '')?.[1];
    const length = list && lengthOf(program, { ...times, kind: 'name', name: list }, depth);
    return typeof length === 'number' ? length + Number(`${shift[2]}${shift[3]}`) : undefined;
  }
  if (times.kind === 'name' && times.name === 'length' && times.of) return lengthOf(program, times.of, depth);
  return lengthOf(program, times, depth);
}

function lengthOf(program: Program, list: Expr, depth: number): number | undefined {
  const [only, ...more] = followed(program, list, depth + 1);
  if (only?.kind !== 'list' || more.length > 0) return undefined;
  const items = flatItems(program, only.items, depth);
  return items.every(({ kind }) => kind !== 'spread' && kind !== 'maybe') ? items.length : undefined;
}
