import type { Catalogue } from './catalogue/catalogue.ts';
import type { EnumType } from './catalogue/sql-type.ts';
import type { CodeUse } from './code/code-facts.ts';
import type { FoundConstants } from './constants.ts';
import type { EnumRow, EnumTable } from './report.ts';
import type { WireValue } from './wire.ts';

/** What was seen of one enum. `undefined` means that nobody looked, which is another thing than an empty list. */
export interface EnumEvidence {
  readonly uses: readonly CodeUse[];
  readonly constants: readonly FoundConstants[] | undefined;
  readonly live: readonly string[] | undefined;
  readonly wire: readonly WireValue[] | undefined;
}

/** Sets declared, used, live and seen values of an enum side by side, undeclared ones at the end. */
export function enumTable(catalogue: Catalogue, type: EnumType, evidence: EnumEvidence): EnumTable {
  const values = new Set([
    ...type.values.map(({ value }) => value),
    ...evidence.uses.map(({ value }) => value),
    ...(evidence.constants ?? []).flatMap((list) => list.values.map(({ value }) => value)),
    ...(evidence.live ?? []),
    ...(evidence.wire ?? []).map(({ value }) => value),
  ]);
  return {
    type: type.name,
    carriers: carriersOf(catalogue, type),
    declaredAt: type.declaredAt,
    rows: [...values].map((value) => rowOf(catalogue, type, value, evidence)),
  };
}

function rowOf(catalogue: Catalogue, type: EnumType, value: string, evidence: EnumEvidence): EnumRow {
  const entry = type.values.find((each) => each.value === value);
  const uses = evidence.uses.filter((use) => use.value === value);
  const { constants, live, wire } = evidence;
  return {
    value,
    declared: entry !== undefined,
    written: uses.filter(({ role }) => role !== 'compared').length,
    compared: uses.filter(({ role }) => role === 'compared').length,
    schema: entry !== undefined && catalogue.held.has(entry),
    ...(constants && {
      constants: constants.some((list) => list.values.some((each) => each.value === value)),
    }),
    ...(live && { live: live.includes(value) }),
    ...(wire && { wire: wire.some((each) => each.value === value) }),
  };
}

/** `table.column` of every column that has the type. */
export function carriersOf(catalogue: Catalogue, type: EnumType): readonly string[] {
  return [...catalogue.relations.values()].flatMap((relation) =>
    [...relation.columns].flatMap(([column, of]) =>
      of.kind === 'enum' && of.of === type ? [`${relation.name}.${column}`] : [],
    ),
  );
}

/** The tables as Markdown, differences in bold. */
export function tablesMarkdown(tables: readonly EnumTable[]): string {
  return [...tables.map(tableMarkdown), LEGEND].join('\n');
}

/** What the words of the tables mean, for whoever meets them in a report. */
const LEGEND =
  'declared: the catalogue has the value. used: code writes it, compares it, or a schema has it. constants, live, wire: ' +
  'the constants of the code, the live database and the wire have it (–: not looked at). **Bold** is a difference: such as ' +
  '**no** under used, of a value that is declared and that nothing uses.\n';

function tableMarkdown({ type, carriers, rows }: EnumTable): string {
  const head = [
    `### ${type}`,
    '',
    `Carried by ${carriers.map((carrier) => `\`${carrier}\``).join(', ') || 'no column'}.`,
    '',
    '| value | declared | used | constants | live | wire |',
    '|---|---|---|---|---|---|',
  ];
  return [...head, ...rows.map(rowMarkdown), ''].join('\n');
}

function rowMarkdown(row: EnumRow): string {
  const used = row.written + row.compared > 0 || row.schema;
  const words = `${row.written} written, ${row.compared} compared${row.schema ? ', schema' : ''}`;
  const cells = [
    `\`${row.value}\``,
    row.declared ? 'yes' : '**no**',
    used ? words : '**no**',
    cell(row.constants, row.declared),
    cell(row.live, row.declared),
    row.wire === false ? 'no' : cell(row.wire, row.declared),
  ];
  return `| ${cells.join(' | ')} |`;
}

function cell(known: boolean | undefined, expected: boolean): string {
  if (known === undefined) return '–';
  const word = known ? 'yes' : 'no';
  return known === expected ? word : `**${word}**`;
}
