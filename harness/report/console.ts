import pc from 'picocolors';
import { renderCase } from './failure.ts';
import { groupBy } from './group.ts';
import { printable } from './printable.ts';
import type { CaseReport, Report } from './report.ts';
import { headingOf } from './totals.ts';
import { countsLine, exitMeaning, headline, isTrouble, policyLine, proofLine } from './words.ts';

/** How to print; `directory` is where the report files lie. */
export interface ConsoleOptions {
  readonly color: boolean;
  readonly columns: number;
  readonly directory?: string;
}

/** Findings told in full; those beyond are listed by case id. */
const FULL_FINDINGS = 10;
const LISTED_REASONS = 5;

/** The report for a human: what was judged and the verdict, every failure with its story, then the counts. */
export function renderSummary(report: Report, options: ConsoleOptions): string {
  const paint = pc.createColors(options.color);
  const title = report.verdict === 'passed' ? paint.green(headline(report)) : paint.red(headline(report));
  const lines = [
    paint.bold(title),
    ...reasonLines(report),
    ...lossLines(report),
    ...troubleLines(report, options),
    '',
    ...closingLines(report, options),
  ];
  return `${lines.join('\n')}\n`;
}

function reasonLines({ reasons }: Report): readonly string[] {
  return reasons.map((reason) => `  ${printable(reason)}`);
}

/** The last words of what was lost. */
function lossLines({ losses }: Report): readonly string[] {
  return losses.flatMap(({ service, lastLines }) => [
    `  the last ${lastLines.length} lines of ${service}:`,
    ...lastLines.map((line) => `    ${printable(line)}`),
  ]);
}

/** One block for each different finding, told by its first case; failures before what could not be judged. */
function troubleLines(report: Report, options: ConsoleOptions): readonly string[] {
  const trouble = report.cases.filter(isTrouble).toSorted(byHeading);
  const groups = [...groupBy(trouble, signatureOf).values()];
  const told = groups.slice(0, FULL_FINDINGS).flatMap((group) => groupLines(group, options));
  const others = groups.slice(FULL_FINDINGS).flat();
  if (others.length === 0) return told;
  return [...told, '', `${others.length} more did not pass:`, ...idLines(others, options.columns)];
}

function groupLines([first, ...rest]: readonly CaseReport[], options: ConsoleOptions): readonly string[] {
  if (!first) return [];
  const story = renderCase(first, options);
  if (rest.length === 0) return ['', ...story];
  const same = `  the same in ${rest.length} more:`;
  return ['', ...story.slice(0, -1), same, ...idLines(rest, options.columns), ...story.slice(-1)];
}

function idLines(cases: readonly CaseReport[], columns: number): readonly string[] {
  const lines: string[] = [];
  for (const { id } of cases) {
    const last = lines.at(-1);
    const joined = `${last}, ${id}`;
    if (last !== undefined && joined.length < columns) lines[lines.length - 1] = joined;
    else lines.push(`    ${id}`);
  }
  return lines;
}

/** Equal for cases that tell the same: nonces, ids, times and other numbers of a single case are left out. */
function signatureOf({ verdict, findings, reason }: CaseReport): string {
  const told = findings.map(({ clause, expected, actual }) => [clause, expected, actual]);
  return JSON.stringify([verdict, told, findings.length === 0 ? reason : ''])
    .replaceAll(/ASSAY-[a-z0-9]{18}/g, 'nonce')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')
    .replaceAll(/\d{4,}/g, 'number');
}

function byHeading(a: CaseReport, b: CaseReport): number {
  const order = ['failed', 'errored', 'inconclusive'];
  return order.indexOf(a.verdict) - order.indexOf(b.verdict);
}

function closingLines(report: Report, { directory }: ConsoleOptions): readonly string[] {
  const policy = policyLine(report.totals);
  return [
    countsLine(report),
    ...(policy ? [policy, ...changedPolicies(report)] : []),
    ...notApplicableLines(report),
    ...baselineLines(report),
    proofLine(report),
    ...report.warnings.map((warning) => `warning: ${printable(warning)}`),
    `seed ${report.seed}; ${(report.durationMs / 1000).toFixed(1)} s; ${exitMeaning(report)}`,
    ...(directory
      ? [
          `report: ${directory}/summary.md (also report.json, ctrf.json, junit.xml, sarif.json, events.ndjson)`,
        ]
      : []),
  ];
}

function changedPolicies({ cases }: Report): readonly string[] {
  return cases
    .filter((each) => headingOf(each) === 'policy' && each.policy === 'changed')
    .map(({ id, reason }) => `  changed: ${id}${reason ? `: ${printable(reason)}` : ''}`);
}

/** Exclusions by reason, since most share one; what lies beyond the first few stands in the report. */
function notApplicableLines({ notApplicable, cases, totals }: Report): readonly string[] {
  if (totals.notApplicable === 0) return [];
  const finished = cases.filter(({ verdict }) => verdict === 'not-applicable');
  const all = [...notApplicable, ...finished.map(({ id, reason = 'no reason given' }) => ({ id, reason }))];
  const reasons = [...groupBy(all, ({ reason }) => reason)];
  return [
    `${totals.notApplicable} not applicable:`,
    ...reasons.slice(0, LISTED_REASONS).map(([reason, each]) => `  ${each.length} × ${printable(reason)}`),
    ...(reasons.length > LISTED_REASONS ? [`  … ${reasons.length - LISTED_REASONS} more reasons`] : []),
  ];
}

function baselineLines({ baseline }: Report): readonly string[] {
  return (baseline?.outcomes ?? []).map(({ state, case: id, clause, owner, expires }) => {
    return `baseline ${state}: ${id} (${clause}), owner ${printable(owner)}, until ${expires}`;
  });
}
