import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import { spend } from './budget.ts';
import type { Expr } from './expr.ts';
import type { FileIndex } from './file-index.ts';
import { flatEntries, followed } from './follow.ts';
import { structPlace } from './members.ts';
import { resolveName } from './names.ts';
import type { Program } from './program.ts';
import { seeing } from './seeing.ts';

/** A statement that lies in a record or row of a table: `{query: "…", args: …}`. */
interface Held {
  readonly holder: Expr;
  readonly file: SourceFile;
  readonly start: number;
}

/** A call that runs a member of something, with the arguments after the member. */
export interface HeldSite {
  readonly file: SourceFile;
  readonly callee: string;
  readonly args: readonly Expr[];
}

const MAX_CLIMB = 5;

/**
 * The calls that run a statement held by a record or row: `exec(s.query, s.args...)` in a loop over the table. The
 * other members of the same thing stand for those of the one record, so that statements keep their own values.
 */
export function heldSites(program: Program, index: FileIndex, node: SyntaxNode): readonly HeldSite[] {
  const held = heldBy(index, node);
  if (!held) return [];
  const names = namesAround(index, node);
  const files = new Set([index.file, ...names.flatMap((name) => seeing(program, index, index.file, name))]);
  return [...files].flatMap((file) => {
    const other = program.index(file);
    return other ? sitesIn(program, other, held) : [];
  });
}

/** The names by which other files may come by a table: its own at the top of the file, that of its function or class. */
function namesAround(index: FileIndex, node: SyntaxNode): readonly string[] {
  const { start } = spanOf(node);
  const scope = index.functions().around(start).at(-1);
  const names = scope
    ? [scope.name, scope.owner ?? '']
    : [...index.topNames()].filter((name) =>
        index.bindings(name).some(({ valueSpan }) => valueSpan && holdsAt(valueSpan, start)),
      );
  return names.filter((name) => /^\w+$/.test(name));
}

function holdsAt(span: { readonly start: number; readonly end: number }, at: number): boolean {
  return span.start <= at && at < span.end;
}

function heldBy(index: FileIndex, node: SyntaxNode): Held | undefined {
  const { start } = spanOf(node);
  let above = node.parent();
  for (let level = 0; above && level < MAX_CLIMB; level += 1) {
    const holder = index.lower(above);
    if (placeIn(holder, start) !== undefined) return { holder, file: index.file, start };
    if (index.language.functionKinds.includes(String(above.kind()))) return undefined;
    above = above.parent();
  }
  return undefined;
}

/** Key or place under which a record, row or call with keywords holds what begins at `start`. */
function placeIn(holder: Expr, start: number): string | undefined {
  const record = holder.kind === 'call' ? holder.args.at(-1) : holder;
  if (record?.kind === 'record') return record.entries.find(({ value }) => holds(value, start))?.key;
  if (holder.kind !== 'list') return undefined;
  const place = holder.items.findIndex((item) => holds(item, start));
  return place === -1 ? undefined : String(place);
}

function holds(value: Expr, start: number): boolean {
  const whole = value.kind === 'call' && value.args.length === 1 ? value.args[0] : value;
  return value.start === start || whole?.start === start;
}

function sitesIn(program: Program, index: FileIndex, held: Held): readonly HeldSite[] {
  const key = placeIn(held.holder, held.start) ?? '';
  return accessesIn(program, index, key).flatMap(({ call, places }) => {
    spend(program);
    const found = places.find((place) => runs(program, call.args[place], held));
    const base = found === undefined ? undefined : baseOf(program, call.args[found]);
    if (found === undefined || !base) return [];
    const args = call.args.slice(found + 1).map((arg) => narrowed(program, arg, base, held));
    return [{ file: index.file, callee: call.callee, args }];
  });
}

/** A call with the places of those arguments that are members of something. */
interface Access {
  readonly call: Extract<Expr, { kind: 'call' }>;
  readonly places: readonly number[];
}

/** The calls of a file that may take what lies under a key. */
function accessesIn(program: Program, index: FileIndex, key: string): readonly Access[] {
  const isWord = /^\w*[a-z_]\w*$/i.test(key);
  return program.once(`accesses ${index.file.path} ${isWord ? key : ''}`, () => {
    const calls = isWord ? index.calls(key).map(({ node }) => node) : index.nodes(index.language.callKinds);
    return calls.flatMap((node): readonly Access[] => {
      const call = index.lower(node);
      if (call.kind !== 'call') return [];
      const places = call.args.flatMap((arg, place) => (baseOf(program, arg) ? [place] : []));
      return places.length > 0 ? [{ call, places }] : [];
    });
  });
}

/** True for a member whose text is the held statement. */
function runs(program: Program, arg: Expr | undefined, { file, start }: Held): boolean {
  return (
    arg !== undefined && followed(program, arg).some((each) => each.file === file && each.start === start)
  );
}

/** What a member is a member of, also where a loop has given the member a name of its own. */
function baseOf(program: Program, arg: Expr | undefined): Expr | undefined {
  return accessed(program, arg)?.of;
}

function accessed(
  program: Program,
  arg: Expr | undefined,
): { readonly of: Expr; readonly key: string } | undefined {
  if (arg?.kind === 'element' && arg.key !== undefined) return { of: arg.of, key: arg.key };
  if (arg?.kind !== 'name') return undefined;
  if (arg.of) return { of: arg.of, key: arg.name };
  const [only, ...more] = resolveName(program, arg);
  const value = more.length === 0 ? only?.value : undefined;
  return value?.kind === 'name' && value.of?.kind === 'element'
    ? { of: value.of, key: value.name }
    : undefined;
}

/** An argument in which the members of `base` are those of the record that holds the statement. */
function narrowed(program: Program, arg: Expr, base: Expr, held: Held): Expr {
  const next = (each: Expr) => narrowed(program, each, base, held);
  const access = accessed(program, arg);
  if (access && isSame(access.of, base)) return memberOf(program, access.key, arg, held);
  if (arg.kind === 'spread') return { ...arg, of: next(arg.of) };
  if (arg.kind === 'list') return { ...arg, items: arg.items.map(next) };
  if (arg.kind === 'call') return { ...arg, args: arg.args.map(next) };
  if (arg.kind === 'record')
    return { ...arg, entries: arg.entries.map(({ key, value }) => ({ key, value: next(value) })) };
  return arg;
}

function isSame(one: Expr, other: Expr): boolean {
  if (one.kind === 'name' && other.kind === 'name')
    return one.name === other.name && one.qualifier === other.qualifier;
  return one.file === other.file && one.start === other.start && one.kind === other.kind;
}

function memberOf(program: Program, key: string, arg: Expr, { holder }: Held): Expr {
  const record = holder.kind === 'call' ? holder.args.at(-1) : holder;
  if (record?.kind === 'record')
    return (
      flatEntries(program, record.entries).find((each) => each.key === key)?.value ?? {
        ...arg,
        kind: 'none',
      }
    );
  const place = /^\d+$/.test(key) ? Number(key) : structPlace(program, arg.file, key)?.place;
  return (holder.kind === 'list' && place !== undefined && holder.items[place]) || arg;
}
