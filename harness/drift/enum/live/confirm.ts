import type { DriftFinding } from '../../support/finding.ts';
import type { StatementText } from '../code/code-facts.ts';
import { findingAt } from '../findings.ts';

/** A statement that a live database refused to prepare. */
export interface Refusal {
  readonly statement: StatementText;
  readonly sql: string;
  /** SQLSTATE. */
  readonly code: string;
  readonly message: string;
  readonly exact: boolean;
}

/** What a live database said about the statements of the code. */
export interface LiveAnswer {
  readonly server: string;
  readonly prepared: number;
  readonly refusals: readonly Refusal[];
  /** Why not everything could be asked. */
  readonly problems: readonly string[];
}

/** Wrong enum value, wrong type, no such operator or function, parameter of two types: what enum drift looks like. */
const ENUM_CODES = new Set(['22P02', '42804', '42883', '42P08', '42725']);

/** Marks static findings that the database confirms, and adds the refusals that static reading missed. */
export function confirmLive(
  findings: readonly DriftFinding[],
  answer: LiveAnswer | undefined,
): readonly DriftFinding[] {
  if (!answer) return findings;
  const refusals = answer.refusals.filter(({ code }) => ENUM_CODES.has(code));
  const confirmed = findings.map((finding) => {
    const refusal = refusals.find((each) => covers(each, finding));
    return refusal ? { ...finding, confirmedBy: `${answer.server}: ${refusal.message}` } : finding;
  });
  const news = refusals
    .filter(
      (refusal) =>
        refusal.exact &&
        !findings.some((finding) => finding.severity === 'error' && covers(refusal, finding)),
    )
    .map(({ statement, sql, message }) =>
      findingAt('refused', statement, {
        statement: sql,
        value: message,
        message: `${answer.server} refuses it: ${message}.`,
      }),
    );
  return [...confirmed, ...news];
}

function covers({ statement }: Refusal, finding: DriftFinding): boolean {
  const places = [finding, ...(finding.related ?? [])];
  const from = statement.file.positionAt(statement.start);
  const to = statement.file.positionAt(statement.end);
  return places.some(
    ({ file, line }) => file === statement.file.path && from.line <= line && line <= to.line,
  );
}
