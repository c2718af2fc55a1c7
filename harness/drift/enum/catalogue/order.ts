import { groupBy } from '../../../support/group.ts';
import type { SourceFile } from '../../support/source-file.ts';

/**
 * Migrations in the order in which their tools apply them: that of `plan` (sqitch, names of changes), that of their own
 * chain (Alembic), else by version as a number, with what Flyway repeats at the end.
 */
export function inOrder(files: readonly SourceFile[], plan: readonly string[] = []): readonly SourceFile[] {
  const named = [...files].sort((a, b) => byVersion(a.path, b.path));
  const planned = plan.flatMap((change) =>
    named.filter(({ path }) => path.endsWith(`/deploy/${change}.sql`)),
  );
  const rest = named.filter((file) => !planned.includes(file));
  return [...planned, ...chained(rest)];
}

const REVISION = /^revision\b[^=\n]*=\s*["']([^"']+)["']/m;
const DOWN_REVISION = /^down_revision\b[^=\n]*=\s*(.+)$/m;

/** Alembic's files name the one before them; those of a branch follow it one after another. */
function chained(files: readonly SourceFile[]): readonly SourceFile[] {
  const links = files.flatMap((file) => {
    const revision = REVISION.exec(file.text)?.[1];
    const before = DOWN_REVISION.exec(file.text)?.[1] ?? '';
    return revision === undefined ? [] : [{ file, revision, before: namesIn(before) }];
  });
  const known = new Set(links.map(({ revision }) => revision));
  const after = groupBy(
    links.flatMap((link) => link.before.filter((name) => known.has(name)).map((name) => ({ name, link }))),
    ({ name }) => name,
  );
  const done = new Set<string>();
  const found: SourceFile[] = [];
  const ready = links.filter(({ before }) => !before.some((name) => known.has(name)));
  for (let link = ready.shift(); link; link = ready.shift()) {
    done.add(link.revision);
    found.push(link.file);
    const next = (after.get(link.revision) ?? []).map((each) => each.link);
    ready.push(...next.filter(({ before }) => before.every((name) => done.has(name) || !known.has(name))));
  }
  return [...found, ...files.filter((file) => !found.includes(file))];
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/["']([^"']+)["']/g)].map(([, name]) => name ?? '');
}

function byVersion(a: string, b: string): number {
  return Number(isRepeatable(a)) - Number(isRepeatable(b)) || byNumbers(a, b);
}

/** Flyway applies `R__x.sql` whenever it changes, after everything that has a version. */
function isRepeatable(path: string): boolean {
  return /(?:^|\/)R__[^/]*\.sql$/.test(path);
}

/** Names as texts, in which every run of digits counts as a number: `2_b` stands before `10_a`, `V1` before `V1.1`. */
function byNumbers(a: string, b: string): number {
  const [one, other] = [piecesOf(a), piecesOf(b)];
  for (const [place, piece] of one.entries()) {
    const against = other[place];
    if (against === undefined) return 1;
    const order = isNumber(piece) && isNumber(against) ? asNumbers(piece, against) : asTexts(piece, against);
    if (order !== 0) return order;
  }
  return one.length - other.length || asTexts(a, b);
}

/** Flyway's `__` ends a version, so that it stands before further numbers. */
function piecesOf(path: string): readonly string[] {
  return path.replace(/(\d)__/g, '$1\0').match(/\d+|\D+/g) ?? [];
}

function isNumber(piece: string): boolean {
  return /^\d/.test(piece);
}

/** Versions made of the time of day are longer than a number is exact. */
function asNumbers(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')];
  return one.length - other.length || asTexts(one, other);
}

function asTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
