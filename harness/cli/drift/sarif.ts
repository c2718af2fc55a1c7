import type { DriftFinding } from '../../drift/index.ts';
import { type SarifResult, sarifLog } from '../../report/index.ts';

/** Drifts as a SARIF log. */
export function driftSarif(findings: readonly DriftFinding[], toolVersion: string): object {
  return sarifLog(findings.map(resultOf), toolVersion);
}

function resultOf(finding: DriftFinding): SarifResult {
  const { rule, severity: level, reason, message, file, line, column, endColumn, related } = finding;
  return {
    ...{ rule, level, reason, message: `${message} ${reason}` },
    place: { file, line, column, ...(endColumn !== undefined && { endColumn }) },
    ...(related && { related }),
    fingerprint: `${rule}|${file}|${finding.value}|${finding.statement}`,
  };
}
