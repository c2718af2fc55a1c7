import { countedValues } from './counted.ts';
import type { Slot } from './draft.ts';
import type { Expr } from './expr.ts';
import { flatEntries, flatItems, followed, listsBehind } from './follow.ts';
import { lookUp } from './members.ts';
import type { Program } from './program.ts';
import type { CallSite } from './sites.ts';
import { type Values, valuesOf } from './values.ts';

/** What stands at a place of a statement's values; `open` says that one of unknown length stands before it. */
interface Placed {
  readonly exprs: readonly Expr[];
  readonly open: readonly Expr[];
}

const NOTHING: Placed = { exprs: [], open: [] };

/** The values that a statement's parameter can have: its own expression, or what every call site binds to it. */
export function boundValues(
  program: Program,
  slot: Slot,
  sites: readonly CallSite[],
  isFixed: boolean,
): Values | undefined {
  if (slot.kind === 'hole') return valuesOf(program, slot.expr);
  if (slot.kind === 'counted') return countedValues(program, slot.expr);
  const found = sites
    .map((site) =>
      slot.kind === 'named' ? byName(program, site, slot.name) : byPlace(program, site, slot.number, isFixed),
    )
    .filter(({ exprs, open }) => exprs.length + open.length > 0);
  if (found.length === 0) return undefined;
  const values = found.flatMap(({ exprs }) => exprs.map((expr) => valuesOf(program, expr)));
  return {
    values: values.flatMap((each) => each.values),
    open: [...values.flatMap(({ open }) => open), ...found.flatMap(({ open }) => open)],
  };
}

function byPlace(program: Program, site: CallSite, number: number, isFixed: boolean): Placed {
  if (site.flat) return placed(flatItems(program, site.args), number, isFixed);
  const [first] = site.args;
  const shapes = first ? followed(program, first) : [];
  const lists = shapes.filter((shape) => shape.kind === 'list');
  const rows = lists.flatMap((list) => rowsOf(program, list.items, number, site.many, isFixed));
  if (first && lists.length > 0) {
    const unknown = shapes.filter(
      (shape) => shape.kind === 'opaque' || shape.kind === 'call' || shape.kind === 'name',
    );
    return {
      exprs: rows.flatMap(({ exprs }) => exprs),
      open: [...rows.flatMap(({ open }) => open), ...unknown],
    };
  }
  return placed(site.args, number, isFixed);
}

/** `executemany(sql, [(…), (…)])` binds each row; a plain list binds itself. */
function rowsOf(
  program: Program,
  items: readonly Expr[],
  number: number,
  many: boolean,
  isFixed: boolean,
): readonly Placed[] {
  const flat = flatItems(program, items);
  if (!many) return [placed(flat, number, isFixed)];
  const rows = flat.map((item) => listsBehind(program, item));
  const nested = rows.length > 0 && rows.every((lists) => lists.length > 0);
  if (!nested) return [placed(flat, number, isFixed)];
  return rows.flat().map((row) => placed(flatItems(program, row.items), number, isFixed));
}

/**
 * What stands at the place `number`, from 1, when every item is there: texts that grow on some paths grow together with
 * their values. Beside a fixed text, an item that may be missing moves those behind it, so that nobody knows them.
 */
function placed(items: readonly Expr[], number: number, isFixed: boolean): Placed {
  const before = items.slice(0, number);
  const unknown = before.find(({ kind }) => kind === 'spread');
  if (unknown?.kind === 'spread') return { exprs: [unknown.of], open: [unknown] };
  const item = items[number - 1];
  if (!item) return NOTHING;
  const moved = isFixed ? before.slice(0, -1).filter(({ kind }) => kind === 'maybe') : [];
  return { exprs: moved.length > 0 ? [] : [item], open: moved.slice(0, 1) };
}

function byName(program: Program, site: CallSite, name: string): Placed {
  const exprs = site.args.flatMap((arg) => named(program, arg, name));
  return { exprs, open: [] };
}

function named(program: Program, expr: Expr, name: string): readonly Expr[] {
  if (expr.kind === 'call' && /(?:^|\.)Named$/.test(expr.callee)) return namedArgument(expr.args, name);
  return followed(program, expr).flatMap((shape): readonly Expr[] => {
    if (shape.kind === 'record') return lookUp(flatEntries(program, shape.entries), name);
    if (shape.kind === 'list')
      return flatItems(program, shape.items).flatMap((item) => named(program, item, name));
    const keywords = shape.kind === 'call' ? shape.args.at(-1) : undefined;
    return keywords?.kind === 'record' ? lookUp(flatEntries(program, keywords.entries), name) : [];
  });
}

function namedArgument(args: readonly Expr[], name: string): readonly Expr[] {
  const [key, value] = args;
  const run = key?.kind === 'text' ? key.runs[0] : undefined;
  return run && value && lookUp([{ key: run.text, value }], name).length > 0 ? [value] : [];
}
