import { EXIT } from '../support/errors.ts';
import { groupBy } from '../support/group.ts';
import type { Place } from '../support/verdict.ts';
import { printable } from './printable.ts';
import type { CaseReport, Fault, Report } from './report.ts';
import { headingOf } from './totals.ts';

/** One result of a SARIF log: what a rule found at a place of a source tree. */
export interface SarifResult {
  readonly rule: string;
  /** Why the rule exists, in one sentence. */
  readonly reason: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly place: Place & { readonly endColumn?: number };
  readonly related?: readonly Place[];
  /** Why it is known and does not count. */
  readonly suppressed?: string;
  /** The same for the same finding in another state of the tree. */
  readonly fingerprint: string;
}

/** What a SARIF log says of the run that found its results. */
export interface SarifRun {
  readonly invocation: { readonly executionSuccessful: boolean; readonly exitCode: number };
  readonly properties: Readonly<Record<string, unknown>>;
  /** Results of another category than those of a whole run do not close what that run has found. */
  readonly automationDetails: { readonly id: string };
}

/**
 * The findings of a report that lie in files, as a SARIF log; code hosts turn them into annotations. What is recorded
 * and not judged is a note, what the baseline expects is suppressed.
 */
export function renderSarif(report: Report): object {
  const { cases, versions, exitCode, totals, scope, whole } = report;
  const judged = exitCode === EXIT.ok || exitCode === EXIT.failed;
  return sarifLog(cases.flatMap(resultsOf), versions.assay ?? '0.0.0', {
    invocation: { executionSuccessful: judged, exitCode },
    properties: {
      verdict: report.verdict,
      totals,
      faults: report.faults.map(printableFault),
      whole,
      ...(scope && { scope }),
    },
    automationDetails: { id: whole ? 'assay/' : 'assay-part/' },
  });
}

function printableFault({ verdict, reason }: Fault): Fault {
  return { verdict, reason: printable(reason) };
}

function resultsOf(result: CaseReport): readonly SarifResult[] {
  const { id, clause, findings, baseline } = result;
  return findings.flatMap(({ rule = clause, expected, actual, place }): readonly SarifResult[] => {
    if (!place) return [];
    return [
      {
        ...{ rule, place, reason: expected.join(' or '), message: actual },
        level: headingOf(result) === 'policy' ? 'note' : 'error',
        fingerprint: `${id}|${actual}`,
        ...(baseline && { suppressed: baseline.reason }),
      },
    ];
  });
}

/** Results as a SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
export function sarifLog(results: readonly SarifResult[], toolVersion: string, run?: SarifRun): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'assay', semanticVersion: toolVersion, rules: rulesOf(results) } },
        columnKind: 'utf16CodeUnits',
        ...(run && { invocations: [run.invocation] }),
        ...(run && { properties: run.properties, automationDetails: run.automationDetails }),
        results: results.map(resultOf),
      },
    ],
  };
}

function rulesOf(results: readonly SarifResult[]): readonly object[] {
  return [...groupBy(results, ({ rule }) => rule)].map(([id, [first]]) => ({
    id,
    shortDescription: { text: printable(first?.reason ?? id) },
    defaultConfiguration: { level: first?.level ?? 'error' },
  }));
}

function resultOf(result: SarifResult): object {
  const { rule, level, message, place, related, suppressed, fingerprint } = result;
  return {
    ruleId: rule,
    level,
    message: { text: printable(message) },
    locations: [locationOf(place)],
    ...(related && { relatedLocations: related.map(locationOf) }),
    ...(suppressed !== undefined && {
      suppressions: [{ kind: 'external', justification: printable(suppressed) }],
    }),
    partialFingerprints: { 'assayDrift/v1': printable(fingerprint) },
  };
}

function locationOf({ file, line, column, endColumn }: SarifResult['place']): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: wellFormed(file).split('/').map(encodeURIComponent).join('/') },
      region: {
        startLine: line,
        ...(column !== undefined && { startColumn: column }),
        ...(endColumn !== undefined && { endColumn }),
      },
    },
  };
}

/** Half a character has no place in a URI. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
