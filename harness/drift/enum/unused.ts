import type { DriftFinding } from '../support/finding.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { EnumType, EnumValue } from './catalogue/sql-type.ts';
import { findingAbout } from './findings.ts';
import type { Subject } from './subjects.ts';
import type { EnumEvidence } from './tables.ts';

/** Declared values that neither code nor schema, recordings nor a constant list knows: notes, which do not gate. */
export function unusedValues(
  catalogue: Catalogue,
  subjects: readonly Subject[],
  evidence: ReadonlyMap<EnumType, EnumEvidence>,
): readonly DriftFinding[] {
  return subjects.flatMap(({ type, unused }) =>
    type.values
      .filter((entry) => !unused.has(entry.value) && !isKnown(catalogue, entry, evidence.get(type)))
      .map((entry) =>
        findingAbout(
          'unused',
          { ...type, declaredAt: entry.declaredAt },
          {
            severity: 'note',
            statement: `${type.name} '${entry.value}'`,
            value: entry.value,
            message: `'${entry.value}' of ${type.name} is declared but never used.`,
          },
        ),
      ),
  );
}

function isKnown(catalogue: Catalogue, entry: EnumValue, evidence: EnumEvidence | undefined): boolean {
  const { value } = entry;
  return (
    catalogue.held.has(entry) ||
    [evidence?.uses, evidence?.wire, evidence?.constants?.flatMap(({ values }) => values)].some((seen) =>
      seen?.some((each) => each.value === value),
    )
  );
}
