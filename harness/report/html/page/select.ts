import type { CaseRow, PageHeading } from './page.ts';
import type { Filter } from './route.ts';

/** The rows that a filter lets through, in the order that it asks for. */
export function selected(rows: readonly CaseRow[], filter: Filter): readonly CaseRow[] {
  const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => meets(row, filter) && words.every((word) => textOf(row).includes(word)));
  if (filter.sort === 'slowest') return found.toSorted((a, b) => (b.ms ?? -1) - (a.ms ?? -1));
  if (filter.sort === 'id') return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return found;
}

/** How many rows each value of a column has; a filter of that column itself does not count. */
export function countsBy(
  rows: readonly CaseRow[],
  column: 'suite' | 'clause' | 'runtime' | 'family' | 'owner' | 'heading',
  filter: Filter,
): ReadonlyMap<string, number> {
  const own = column === 'heading' ? 'verdict' : column;
  const counts = new Map<string, number>();
  for (const row of selected(rows, { ...filter, [own]: '', sort: '' })) {
    const value = row[column];
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** How a heading is called in a sentence of its own. */
export function headingWords(heading: PageHeading): string {
  switch (heading) {
    case 'policy-changed':
      return 'policy, changed';
    case 'policy':
      return 'policy, as recorded';
    case 'baselined':
      return 'known failure';
    case 'not-applicable':
      return 'not applicable';
    case 'unselected':
      return 'left out';
    default:
      return heading;
  }
}

function meets(row: CaseRow, { suite, clause, runtime, family, verdict, owner, cause }: Filter): boolean {
  return (
    (!suite || row.suite === suite) &&
    (!clause || row.clause === clause) &&
    (!runtime || row.runtime === runtime) &&
    (!family || row.family === family) &&
    (!verdict || row.heading === verdict) &&
    (!owner || row.owner === owner) &&
    (!cause || `${row.cause}` === cause)
  );
}

const texts = new WeakMap<CaseRow, string>();

function textOf(row: CaseRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const { id, title, clause, outcome = '', why = '', heading } = row;
  const text = `${id} ${title} ${clause} ${outcome} ${why} ${heading}`.toLowerCase();
  texts.set(row, text);
  return text;
}
