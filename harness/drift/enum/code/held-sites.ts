import type { SourceFile } from '../../support/source-file.ts';
import { type SyntaxNode, spanOf } from '../../support/syntax.ts';
import type { Expr } from './expr.ts';
import type { FileIndex } from './file-index.ts';
import { flatEntries, followed } from './follow.ts';
import { structPlace } from './members.ts';
import { type Program, resolveName } from './program.ts';

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
  const pool = index.language.folderIsModule ? program.folder(index.file.path) : program.files;
  return pool
    .filter(({ language }) => language === index.file.language)
    .flatMap((file) => {
      const other = program.index(file);
      return other ? sitesIn(program, other, held) : [];
    });
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
  const pattern = /^\d+$/.test(key) ? undefined : `\\b${key}\\b`;
  if (pattern !== undefined && !index.file.text.includes(key)) return [];
  return index.nodes(index.language.callKinds, pattern).flatMap((call) => {
    const lowered = index.lower(call);
    if (lowered.kind !== 'call') return [];
    const found = lowered.args.findIndex((arg) => runs(program, arg, held));
    const base = found === -1 ? undefined : baseOf(program, lowered.args[found]);
    if (!base) return [];
    const args = lowered.args.slice(found + 1).map((arg) => narrowed(program, arg, base, held));
    return [{ file: index.file, callee: lowered.callee, args }];
  });
}

/** True for a member whose text is the held statement. */
function runs(program: Program, arg: Expr, { file, start }: Held): boolean {
  if (!baseOf(program, arg)) return false;
  return followed(program, arg).some((each) => each.file === file && each.start === start);
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
