import { groupBy } from '../../support/group.ts';
import type { DriftFinding, Place } from '../support/finding.ts';
import { nearestName } from '../support/settings.ts';
import type { SourceFile } from '../support/source-file.ts';
import type { SchemaReading } from './catalogue/migrations.ts';
import type { EnumType } from './catalogue/sql-type.ts';
import type { CodeFacts, CodeUse } from './code/code-facts.ts';
import { findingAt, quotedList } from './findings.ts';

/** Values in code that the enum lacks: one finding for each place where a value is written. */
export function undeclaredInCode(facts: CodeFacts): readonly DriftFinding[] {
  const wrong = facts.uses.filter(({ entry }) => entry === undefined);
  const places = groupBy(wrong, (use) => `${use.file.path}:${use.start}:${use.enum.name}:${use.value}`);
  return [...places.values()].flatMap((uses) => {
    const first = uses[0];
    if (!first) return [];
    return findingAt('undeclared', first, {
      severity: severityOf(first),
      statement: first.statement.sql,
      value: first.value,
      message: missingValue(first.enum, first.value, first.role),
      related: elsewhere(first, uses),
    });
  });
}

/** The statements that use the value when they stand somewhere else than the value itself. */
function elsewhere(first: CodeUse, uses: readonly CodeUse[]): readonly Place[] {
  const places = uses.map(({ statement }) => placeOf(statement.file, statement.start));
  const own = placeOf(first.file, first.start);
  return places.filter(
    (place) => place.file !== own.file || Math.abs(place.line - own.line) > 40 || uses.length > 1,
  );
}

/** Values in migrations and routine bodies that the enum lacked at that moment. */
export function undeclaredInSchema(readings: readonly SchemaReading[]): readonly DriftFinding[] {
  return readings.flatMap(({ file, facts }) =>
    facts.uses
      .filter(({ entry }) => entry === undefined)
      .map((use) =>
        findingAt(
          'undeclared',
          { file, start: use.start, end: use.end },
          {
            severity: severityOf(use),
            statement: lineAt(file, use.start),
            value: use.value,
            message: missingValue(use.enum, use.value, use.role),
          },
        ),
      ),
  );
}

/** As a text, a value of old or of somebody else may be compared; one in other letters alone is a slip. */
function severityOf({ isText, enum: type, value }: Pick<CodeUse, 'isText' | 'enum' | 'value'>) {
  const isSlip = type.values.some((entry) => entry.value.toLowerCase() === value.toLowerCase());
  return isText && !isSlip ? 'warning' : 'error';
}

/** Values in migrations that the same transaction has added. */
export function uncommittedInSchema(readings: readonly SchemaReading[]): readonly DriftFinding[] {
  return readings.flatMap(({ file, facts }) =>
    facts.uses
      .filter(({ isFresh }) => isFresh)
      .map(({ start, end, value, enum: type }) =>
        findingAt(
          'uncommitted',
          { file, start, end },
          {
            statement: lineAt(file, start),
            value,
            message: `'${value}' is used in the migration that adds it to ${type.name}. Use it in the next one.`,
          },
        ),
      ),
  );
}

function missingValue(type: EnumType, value: string, role: CodeUse['role']): string {
  const nearest = nearestName(
    value,
    type.values.map((entry) => entry.value),
  );
  const hint = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  return `'${value}' is ${role} as ${type.name}, which has only ${quotedList(type.values.map((entry) => entry.value))}.${hint}`;
}

/** Expressions of another type that meet an enum. */
export function typingFaults(facts: CodeFacts, readings: readonly SchemaReading[]): readonly DriftFinding[] {
  const inCode = facts.faults.map((fault) =>
    findingAt('typing', fault, {
      statement: fault.statement.sql,
      value: fault.enum.name,
      message: typingWords(fault),
    }),
  );
  const inSchema = readings.flatMap(({ file, facts: { faults } }) =>
    faults.map((fault) =>
      findingAt(
        'typing',
        { file, start: fault.start },
        {
          statement: lineAt(file, fault.start),
          value: fault.enum.name,
          message: typingWords(fault),
        },
      ),
    ),
  );
  return [...inCode, ...inSchema];
}

function typingWords({ message, enum: type }: { readonly message: string; readonly enum: EnumType }): string {
  return `${message}. Cast the expression: (…)::${type.name}.`;
}

/** The whole line that an offset lies in. */
export function lineAt(file: SourceFile, offset: number): string {
  const from = file.text.lastIndexOf('\n', offset - 1) + 1;
  const to = file.text.indexOf('\n', offset);
  return file.text.slice(from, to === -1 ? undefined : to);
}

/** A place in a file, as findings name it. */
export function placeOf(file: SourceFile, offset: number): Place {
  return { file: file.path, ...file.positionAt(offset) };
}
