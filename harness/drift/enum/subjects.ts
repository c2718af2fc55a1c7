import { type Catalogue, listsOf, lookUp } from './catalogue/catalogue.ts';
import type { SchemaReading } from './catalogue/migrations.ts';
import type { EnumType } from './catalogue/sql-type.ts';
import type { CodeFacts } from './code/code-facts.ts';
import type { ConstantList, EnumSettings, EnumSubject } from './settings.ts';

/** An enum under test with what the settings say of it. */
export interface Subject {
  readonly type: EnumType;
  readonly constants: readonly ConstantList[];
  readonly unused: ReadonlySet<string>;
}

/** The enums that the settings name and the migrations declare; all declared ones when none is named. */
export function subjectsOf(catalogue: Catalogue, settings: EnumSettings): readonly Subject[] {
  const named: readonly EnumSubject[] =
    settings.enums ??
    [...catalogue.enums.keys(), ...listsOf(catalogue).map(({ name }) => name)].map((type) => ({ type }));
  return named.flatMap(({ type: name, constants, unused }) => {
    const type = typeCalled(catalogue, name);
    return type
      ? [{ type, constants: constants ?? [], unused: new Set(unused?.map(({ value }) => value)) }]
      : [];
  });
}

/** An enum by its name, or the list of values of a column or domain. */
function typeCalled(catalogue: Catalogue, name: string): EnumType | undefined {
  const isNamed = ({ name: own }: EnumType) => own === name;
  return lookUp(catalogue.enums, name.split('.')) ?? listsOf(catalogue).find(isNamed);
}

/** Only what concerns the enums under test. */
export function restricted(
  facts: CodeFacts,
  readings: readonly SchemaReading[],
  subjects: readonly Subject[],
): { readonly facts: CodeFacts; readonly readings: readonly SchemaReading[] } {
  const types = new Set(subjects.map(({ type }) => type));
  const judged = <T extends { readonly enum?: EnumType }>(items: readonly T[]): T[] =>
    items.filter((item) => item.enum === undefined || types.has(item.enum));
  const inReading = ({ file, facts: own }: SchemaReading): SchemaReading => ({
    file,
    facts: { ...own, uses: judged(own.uses), faults: judged(own.faults) },
  });
  return {
    facts: {
      ...facts,
      uses: judged(facts.uses),
      faults: judged(facts.faults),
      unresolved: judged(facts.unresolved),
    },
    readings: readings.map(inReading),
  };
}

/** Marks the configured text columns as carriers; answers a sentence for everything named that is not there. */
export function withCarriers(catalogue: Catalogue, subjects: readonly EnumSubject[]): readonly string[] {
  const missing: string[] = [];
  for (const { type: name, carriers } of subjects) {
    const type = typeCalled(catalogue, name);
    if (!type) missing.push(`No migration declares an enum ${name}.`);
    for (const carrier of type ? (carriers ?? []) : []) {
      if (type && !markCarrier(catalogue, carrier, type))
        missing.push(`No migration creates the column ${carrier}.`);
    }
  }
  return missing;
}

function markCarrier(catalogue: Catalogue, carrier: string, type: EnumType): boolean {
  const parts = carrier.split('.');
  const columns = lookUp(catalogue.relations, parts.slice(0, -1))?.columns;
  const column = columns?.get(parts.at(-1) ?? '');
  if (!columns || !column) return false;
  if (column.kind !== 'enum')
    columns.set(parts.at(-1) ?? '', { kind: 'enum', of: type, array: false, soft: true });
  return true;
}
