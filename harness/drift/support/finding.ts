import type { Position } from './position.ts';

export type Severity = 'error' | 'warning' | 'note';

/** One drift at one place. `line` and `column` start at 1; `file` is relative to the root of its tree. */
export interface DriftFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn?: number;
  /** The statement or line that the finding is about, on one line, shortened. */
  readonly statement: string;
  /** The offending value, name or import. */
  readonly value: string;
  readonly message: string;
  /** Why the rule exists, in one sentence. */
  readonly reason: string;
  /** Other places that the reader needs, such as the statements that use a wrong constant. */
  readonly related?: readonly Place[];
  /** What a live database said about the same statement. */
  readonly confirmedBy?: string;
}

export interface Place extends Position {
  readonly file: string;
}

/** `path:line:col`, the form that editors and terminals make clickable. */
export function placeText(place: Place): string {
  return `${place.file}:${place.line}:${place.column}`;
}

/** Squeezes a statement onto one line of at most 160 characters. */
export function onOneLine(text: string): string {
  const squeezed = text.replace(/\s+/g, ' ').trim();
  return squeezed.length > 160 ? `${squeezed.slice(0, 159)}…` : squeezed;
}

/** Orders findings by file, place and rule, so that two runs print the same. */
export function byPlace(a: DriftFinding, b: DriftFinding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule);
}
