import type { DriftFinding, DriftReport } from '../../drift/index.ts';
import { type SarifResult, sarifLog } from '../../report/index.ts';
import type { ExitCode } from '../../support/errors.ts';

/** Drifts as a SARIF log. One of changed files alone is of a category of its own, for it says nothing of the others. */
export function driftSarif(report: DriftReport, exitCode: ExitCode, toolVersion: string): object {
  const { kind, findings, verdict, scope } = report;
  return sarifLog(findings.map(resultOf), toolVersion, {
    invocation: { executionSuccessful: verdict !== 'inconclusive', exitCode },
    properties: { verdict, whole: scope === undefined, ...(scope && { scope }) },
    automationDetails: { id: `assay-drift-${kind}${scope ? '-part' : ''}/` },
  });
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
