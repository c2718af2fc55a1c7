import type { Slot } from './draft.ts';
import type { Expr } from './expr.ts';
import { type Program, resolveName } from './program.ts';
import type { CallSite } from './sites.ts';
import { type Values, valuesOf } from './values.ts';

/** The values that a statement's parameter can have: its own expression, or what every call site binds to it. */
export function boundValues(program: Program, slot: Slot, sites: readonly CallSite[]): Values | undefined {
  if (slot.kind === 'hole') return valuesOf(program, slot.expr);
  const found = sites.flatMap((site) => {
    const exprs =
      slot.kind === 'named' ? byName(program, site, slot.name) : byPlace(program, site, slot.number);
    return exprs.map((expr) => valuesOf(program, expr));
  });
  if (found.length === 0) return undefined;
  return { values: found.flatMap(({ values }) => values), open: found.flatMap(({ open }) => open) };
}

function byPlace(program: Program, site: CallSite, number: number): readonly Expr[] {
  if (site.flat) {
    const flat = site.args.flatMap((arg) => (arg.kind === 'spread' ? spreadItems(program, arg.of) : [arg]));
    return pick(flat, number);
  }
  const first = site.args[0];
  const lists = first ? listsBehind(program, first) : [];
  const rows = lists.flatMap((list) => rowsOf(list, number, site.many));
  return rows.length > 0 ? rows : pick(site.args, number);
}

/** `executemany(sql, [(…), (…)])` binds each row; a plain list binds itself. */
function rowsOf(list: readonly Expr[], number: number, many: boolean): readonly Expr[] {
  const nested = many && list.length > 0 && list.every((item) => item.kind === 'list');
  return nested
    ? list.flatMap((row) => (row.kind === 'list' ? pick(row.items, number) : []))
    : pick(list, number);
}

function pick(exprs: readonly Expr[], number: number): readonly Expr[] {
  const expr = exprs[number - 1];
  return expr ? [expr] : [];
}

function spreadItems(program: Program, expr: Expr): readonly Expr[] {
  return listsBehind(program, expr)[0] ?? [];
}

function listsBehind(program: Program, expr: Expr): readonly (readonly Expr[])[] {
  if (expr.kind === 'list') return [expr.items];
  if (expr.kind !== 'name') return [];
  return resolveName(program, expr).flatMap(({ value }) => (value?.kind === 'list' ? [value.items] : []));
}

function byName(program: Program, site: CallSite, name: string): readonly Expr[] {
  return site.args
    .flatMap((arg) => recordEntries(program, arg))
    .flatMap(({ key, value }) => (sameName(key, name) ? [value] : []));
}

/** A struct's `WorkspaceStatus` serves `:workspace_status`. */
function sameName(key: string, name: string): boolean {
  return key === name || key.replace(/_/g, '').toLowerCase() === name.replace(/_/g, '').toLowerCase();
}

function recordEntries(
  program: Program,
  expr: Expr,
): readonly { readonly key: string; readonly value: Expr }[] {
  if (expr.kind === 'record') return expr.entries;
  if (expr.kind === 'list') return expr.items.flatMap((item) => recordEntries(program, item));
  if (expr.kind === 'call' && /(?:^|\.)Named$/.test(expr.callee)) return namedArgument(expr.args);
  if (expr.kind !== 'name') return [];
  return resolveName(program, expr).flatMap(({ value }) => (value ? recordEntries(program, value) : []));
}

function namedArgument(args: readonly Expr[]): readonly { readonly key: string; readonly value: Expr }[] {
  const [key, value] = args;
  const run = key?.kind === 'text' ? key.runs[0] : undefined;
  return run && value ? [{ key: run.text, value }] : [];
}
