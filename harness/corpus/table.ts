import { type Count, censusOf } from './census.ts';
import { type Entry, FAMILIES } from './entry.ts';

/** The families of the corpus as a Markdown table, as it stands in `corpus/README.md`. */
export function familiesTable(entries: readonly Entry[]): string {
  const { families, total } = censusOf(entries);
  return [
    '| family | entries | delivered | later | rejected | policy |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...FAMILIES.map((family) => row(family, families[family])),
    row('all', total),
  ].join('\n');
}

function row(name: string, { entries, delivered, later, rejected, policy }: Count): string {
  return `| ${name} | ${entries} | ${delivered} | ${later} | ${rejected} | ${policy} |`;
}
