import { type DriftFinding, onOneLine, type Place } from '../support/finding.ts';
import type { SourceFile } from '../support/source-file.ts';
import type { EnumType } from './catalogue/sql-type.ts';

/** The rules of this check with the reason that every finding repeats. */
export const RULES = {
  undeclared: {
    id: 'enum/undeclared',
    reason: 'PostgreSQL refuses a value that the enum does not have, and the statement fails at run time.',
  },
  typing: {
    id: 'enum/typing',
    reason:
      'PostgreSQL does not turn text into an enum by itself, so the statement is refused whatever its values are.',
  },
  uncommitted: {
    id: 'enum/uncommitted',
    reason:
      'PostgreSQL refuses a new value of an enum until the transaction that adds it is over, and tools run a migration in one.',
  },
  unused: {
    id: 'enum/unused',
    reason:
      'A value that nothing writes or compares is either left over or waits for code that was never written.',
  },
  constants: {
    id: 'enum/constants',
    reason:
      'Code that takes its values from this list and a database that takes them from the enum must know the same ones.',
  },
  live: {
    id: 'enum/live',
    reason:
      'A database whose enum differs from the migrations will accept or refuse other values than the tests saw.',
  },
  wire: {
    id: 'enum/wire',
    reason:
      'A value seen in recorded traffic that the database cannot hold comes from a place that nobody checks.',
  },
  refused: {
    id: 'enum/refused',
    reason: 'The database with all migrations applied refuses to prepare this statement.',
  },
} as const;

interface At {
  readonly file: SourceFile;
  readonly start: number;
  readonly end?: number;
}

interface Wording {
  readonly severity?: DriftFinding['severity'];
  readonly statement: string;
  readonly value: string;
  readonly message: string;
  readonly related?: readonly Place[];
}

/** A finding at a place of a file. */
export function findingAt(
  rule: keyof typeof RULES,
  { file, start, end }: At,
  wording: Wording,
): DriftFinding {
  const { line, column } = file.positionAt(start);
  const last = end === undefined ? undefined : file.positionAt(end);
  const { related, severity, statement, ...rest } = wording;
  return {
    rule: RULES[rule].id,
    severity: severity ?? 'error',
    file: file.path,
    line,
    column,
    ...(last?.line === line && { endColumn: last.column }),
    ...rest,
    statement: onOneLine(statement),
    reason: RULES[rule].reason,
    ...(related && related.length > 0 && { related }),
  };
}

/** A finding about an enum as a whole, at the place of its declaration. */
export function findingAbout(rule: keyof typeof RULES, type: EnumType, wording: Wording): DriftFinding {
  const { severity, statement, ...rest } = wording;
  return {
    rule: RULES[rule].id,
    severity: severity ?? 'error',
    ...type.declaredAt,
    ...rest,
    statement: onOneLine(statement),
    reason: RULES[rule].reason,
  };
}

/** `'online', 'offline'` */
export function quotedList(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(', ');
}
