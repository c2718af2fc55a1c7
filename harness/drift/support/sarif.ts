import type { DriftFinding, Place, Severity } from './finding.ts';
import { groupBy } from './group.ts';

/** The findings as a SARIF 2.1.0 log, which code hosts turn into annotations. */
export function sarifLog(findings: readonly DriftFinding[], toolVersion: string): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'assay',
            semanticVersion: toolVersion,
            rules: rulesOf(findings),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(resultOf),
      },
    ],
  };
}

function rulesOf(findings: readonly DriftFinding[]): readonly object[] {
  return [...groupBy(findings, ({ rule }) => rule)].map(([id, [first]]) => ({
    id,
    shortDescription: { text: first?.reason ?? id },
    defaultConfiguration: { level: levelOf(first?.severity ?? 'error') },
  }));
}

function resultOf(finding: DriftFinding): object {
  return {
    ruleId: finding.rule,
    level: levelOf(finding.severity),
    message: { text: `${finding.message} ${finding.reason}` },
    locations: [locationOf(finding, finding.endColumn)],
    ...(finding.related && { relatedLocations: finding.related.map((place) => locationOf(place)) }),
    partialFingerprints: {
      'assayDrift/v1': `${finding.rule}|${finding.file}|${finding.value}|${finding.statement}`,
    },
  };
}

function locationOf({ file, line, column }: Place, endColumn?: number): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: line, startColumn: column, ...(endColumn !== undefined && { endColumn }) },
    },
  };
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity;
}
