import type { Place } from '../support/verdict.ts';
import { groupBy } from './group.ts';
import type { Report } from './report.ts';

/** One result of a SARIF log: what a rule found at a place of a source tree. */
export interface SarifResult {
  readonly rule: string;
  /** Why the rule exists, in one sentence. */
  readonly reason: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly place: Place & { readonly endColumn?: number };
  readonly related?: readonly Place[];
  /** The same for the same finding in another state of the tree. */
  readonly fingerprint: string;
}

/** The findings of a report that lie in files, as a SARIF log; code hosts turn them into annotations. */
export function renderSarif({ cases, versions }: Report): object {
  const results = cases.flatMap(({ id, clause, findings }) =>
    findings.flatMap(({ rule = clause, expected, actual, place }): readonly SarifResult[] =>
      place
        ? [
            {
              rule,
              reason: expected.join(' or '),
              level: 'error',
              message: actual,
              place,
              fingerprint: `${id}|${actual}`,
            },
          ]
        : [],
    ),
  );
  return sarifLog(results, versions.assay ?? '0.0.0');
}

/** Results as a SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
export function sarifLog(results: readonly SarifResult[], toolVersion: string): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'assay', semanticVersion: toolVersion, rules: rulesOf(results) } },
        columnKind: 'utf16CodeUnits',
        results: results.map(resultOf),
      },
    ],
  };
}

function rulesOf(results: readonly SarifResult[]): readonly object[] {
  return [...groupBy(results, ({ rule }) => rule)].map(([id, [first]]) => ({
    id,
    shortDescription: { text: first?.reason ?? id },
    defaultConfiguration: { level: first?.level ?? 'error' },
  }));
}

function resultOf({ rule, level, message, place, related, fingerprint }: SarifResult): object {
  return {
    ruleId: rule,
    level,
    message: { text: message },
    locations: [locationOf(place)],
    ...(related && { relatedLocations: related.map(locationOf) }),
    partialFingerprints: { 'assayDrift/v1': fingerprint },
  };
}

function locationOf({ file, line, column, endColumn }: SarifResult['place']): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      region: {
        startLine: line,
        ...(column !== undefined && { startColumn: column }),
        ...(endColumn !== undefined && { endColumn }),
      },
    },
  };
}
