import { type DriftFinding, type DriftReport, placeText } from '../drift/index.ts';
import type { Finding } from '../support/verdict.ts';
import type { CaseAt, Judged } from './suite.ts';

/** A drift check of a whole tree, as the cases of a suite share it. */
export interface CheckedTree {
  readonly report: DriftReport;
  readonly filesRead: number;
  /** Markdown for the summary. */
  readonly table?: string;
}

/** The clause of every drift gate. */
export const DRIFT_CLAUSE = 'L';

/** What a checked tree says of one case: the findings that concern it, each with its place, and their evidence. */
export function judgeDrift(
  { report, filesRead, table }: CheckedTree,
  { evidence }: CaseAt,
  concerns: (finding: DriftFinding) => boolean = () => true,
): Judged {
  const found = report.findings.filter(concerns);
  evidence.json('drift.json', { ...report, findings: found });
  const findings = found.filter(({ severity }) => severity === 'error').map(toFinding);
  const base = { findings, observations: filesRead, bytesSent: 0, ...(table !== undefined && { table }) };
  if (findings.length > 0) return { ...base, verdict: 'failed', reason: `${findings.length} drifts` };
  if (report.reasons.length === 0) return { ...base, verdict: 'passed' };
  return { ...base, verdict: 'inconclusive', reason: report.reasons.join(' ') };
}

function toFinding(finding: DriftFinding): Finding {
  const { rule, file, line, column, reason, message, statement } = finding;
  return {
    clause: DRIFT_CLAUSE,
    expected: [reason],
    actual: `${placeText(finding)}: ${message} ${statement}`.trim(),
    rule,
    place: { file, line, column },
  };
}
