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
export function boundValues(program: Program, slot: Slot, sites: readonly CallSite[]): Values | undefined {
  if (slot.kind === 'hole') return valuesOf(program, slot.expr);
  if (slot.kind === 'counted') return countedValues(program, slot.expr);
  const found = sites
    .map((site) =>
      slot.kind === 'named' ? byName(program, site, slot.name) : byPlace(program, site, slot.number),
    )
    .filter(({ exprs, open }) => exprs.length + open.length > 0);
  if (found.length === 0) return undefined;
  const values = found.flatMap(({ exprs }) => exprs.map((expr) => valuesOf(program, expr)));
  return {
    values: values.flatMap((each) => each.values),
    open: [...values.flatMap(({ open }) => open), ...found.flatMap(({ open }) => open)],
  };
}

function byPlace(program: Program, site: CallSite, number: number): Placed {
  if (site.flat) return placed(flatItems(program, site.args), number);
  const [first] = site.args;
  const shapes = first ? followed(program, first) : [];
  const lists = shapes.filter((shape) => shape.kind === 'list');
  const rows = lists.flatMap((list) => rowsOf(program, list.items, number, site.many));
  if (first && lists.length > 0) {
    const unknown = shapes.filter(
      (shape) => shape.kind === 'opaque' || shape.kind === 'call' || shape.kind === 'name',
    );
    return {
      exprs: rows.flatMap(({ exprs }) => exprs),
      open: [...rows.flatMap(({ open }) => open), ...unknown],
    };
  }
  return placed(site.args, number);
}

/** `executemany(sql, [(…), (…)])` binds each row; a plain list binds itself. */
function rowsOf(program: Program, items: readonly Expr[], number: number, many: boolean): readonly Placed[] {
  const flat = flatItems(program, items);
  if (!many) return [placed(flat, number)];
  const rows = flat.map((item) => listsBehind(program, item));
  const nested = rows.length > 0 && rows.every((lists) => lists.length > 0);
  if (!nested) return [placed(flat, number)];
  return rows.flat().map((row) => placed(flatItems(program, row.items), number));
}

/** What may stand at the place `number`, from 1: items that are there on some paths only move those behind them. */
function placed(items: readonly Expr[], number: number): Placed {
  let least = 0;
  let most = 0;
  const exprs: Expr[] = [];
  for (const item of items) {
    if (least >= number) break;
    if (item.kind === 'spread') return { exprs: [...exprs, item.of], open: [item] };
    if (most + 1 >= number) exprs.push(item);
    most += 1;
    if (item.kind !== 'maybe') least += 1;
  }
  return exprs.length === 0 ? NOTHING : { exprs, open: [] };
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
