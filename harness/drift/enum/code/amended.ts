import type { ScopedBinding } from './binders.ts';
import { ANY_KEY, type Expr, type RecordEntry } from './expr.ts';

export type List = Extract<Expr, { kind: 'list' }>;

/** True for a list, whose items can be counted. */
export function isList(expr: Expr): expr is List {
  return expr.kind === 'list';
}

/** A list at the place of another expression. */
export function listOf({ file, start, end }: Expr, items: readonly Expr[]): List {
  return { file, start, end, kind: 'list', items };
}

/** The items of a list, in the list that it is spread into. */
export function spreadOf(of: Expr): Expr {
  return { file: of.file, start: of.start, end: of.end, kind: 'spread', of };
}

/** An item or entry that is there on some paths only. */
export function maybe(of: Expr): Expr {
  return { file: of.file, start: of.start, end: of.end, kind: 'maybe', of };
}

/** A list or record together with the writes that follow its first value, in the order of the code. */
export function amended(shape: Expr, whole: ScopedBinding, writes: readonly ScopedBinding[]): Expr {
  const ordered = writes.filter(({ value }) => value !== undefined).sort((a, b) => a.at - b.at);
  const entries = ordered.flatMap((write) => entryOf(write, whole));
  if (shape.kind === 'record') return { ...shape, entries: [...shape.entries, ...entries] };
  const grown = alternatives(
    ordered.filter(({ how }) => how !== 'entry'),
    whole,
  );
  const first = isList(shape) ? shape.items : [spreadOf(shape)];
  const isRecord = entries.some(({ key }) => !/^\d+$/.test(key));
  if (isRecord && first.length + grown.length === 0) {
    const { file, start, end } = shape;
    return { file, start, end, kind: 'record', entries };
  }
  return listOf(
    shape,
    [...first, ...grown].map((item, place) => replaced(item, place, entries)),
  );
}

function entryOf(write: ScopedBinding, whole: ScopedBinding): readonly RecordEntry[] {
  const { value, how, key = ANY_KEY } = write;
  if (!value || how !== 'entry') return [];
  return [{ key, value: isCertain(write, whole) ? value : maybe(value) }];
}

function isCertain(write: ScopedBinding, whole: ScopedBinding): boolean {
  return write.maybe !== true && write.scope === whole.scope && write.place().block === whole.place().block;
}

/** Items that branches of one condition add exclude each other: the first of each branch share one place, and so on. */
function alternatives(writes: readonly ScopedBinding[], whole: ScopedBinding): readonly Expr[] {
  const items: Expr[] = [];
  const shared = new Map<string, number>();
  const counts = new Map<number, number>();
  for (const write of writes) {
    const { branch, block } = write.place();
    for (const item of itemsOf(write, whole)) {
      if (item.kind !== 'maybe' || branch === whole.place().branch) {
        items.push(item);
        continue;
      }
      const turn = counts.get(block) ?? 0;
      counts.set(block, turn + 1);
      const at = shared.get(`${branch}:${turn}`);
      const other = at === undefined ? undefined : items[at];
      if (at === undefined || !other) {
        shared.set(`${branch}:${turn}`, items.length);
        items.push(item);
      } else items[at] = maybe(choiceOf(other, item));
    }
  }
  return items;
}

function itemsOf(write: ScopedBinding, whole: ScopedBinding): readonly Expr[] {
  const { value, how } = write;
  if (!value) return [];
  const isRepeated = write.place().loop !== whole.place().loop || write.scope !== whole.scope;
  const { file, start, end } = value;
  if (isRepeated) return [spreadOf({ file, start, end, kind: 'element', of: value })];
  const items = how === 'append' ? [spreadOf(value)] : isList(value) ? value.items : [value];
  return isCertain(write, whole) ? items : items.map(maybe);
}

function choiceOf(one: Expr, other: Expr): Expr {
  const { file, start, end } = one;
  return { file, start, end, kind: 'choice', options: [one, other] };
}

function replaced(item: Expr, place: number, entries: readonly RecordEntry[]): Expr {
  const values = entries.filter(({ key }) => key === ANY_KEY || key === String(place));
  return values.reduce<Expr>((before, { key, value }) => {
    const { file, start, end } = value;
    return choiceOf(before, key === ANY_KEY ? { file, start, end, kind: 'opaque' } : value);
  }, item);
}
