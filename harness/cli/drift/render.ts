import { createColors } from 'picocolors';
import type { Terminal } from '../../config/process-env.ts';
import {
  type ArchitectureReport,
  type DriftFinding,
  type DriftReport,
  type EnumDriftReport,
  placeText,
  scopeWords,
  tablesMarkdown,
} from '../../drift/index.ts';
import { printable } from '../../report/printable.ts';
import type { DriftFlags } from './check.ts';

const MOST_UNRESOLVED = 20;

/** A drift report for people: one clickable line for each finding, what could not be read, and the verdict. */
export function renderDrift(report: DriftReport, { explain }: DriftFlags, { color }: Terminal): string {
  const { bold, green, red, yellow } = createColors(color);
  const paint = report.verdict === 'passed' ? green : report.verdict === 'failed' ? red : yellow;
  const lines = [
    ...toldOf(report, explain ?? false).map(printable),
    bold(paint(headline(report))),
    `${count(report, 'error')} errors, ${count(report, 'warning')} warnings, ${count(report, 'note')} notes`,
  ];
  return `${lines.join('\n')}\n`;
}

/** As that of a run: what was judged, when that is not everything, before what came of it. */
function headline({ kind, name, scope, verdict }: DriftReport): string {
  const part = scope ? `${printable(scopeWords(scope))} of ` : '';
  return `drift-${kind} of ${part}${name}: ${verdict.toUpperCase()}`;
}

function toldOf(report: DriftReport, explain: boolean): readonly string[] {
  return [
    ...report.findings.flatMap((finding) => findingLines(finding, explain)),
    ...report.unread.map(({ path, detail }) => `${path}: not read (${detail})`),
    ...(isEnumReport(report) ? ['', tablesMarkdown(report.tables)] : []),
    ...(isArchitectureReport(report) ? [...revisionLines(report), ...unresolvedLines(report)] : []),
    ...report.reasons.map((reason) => `! ${reason}`),
  ];
}

function findingLines(finding: DriftFinding, explain: boolean): readonly string[] {
  const { severity, rule, message, statement, confirmedBy, reason } = finding;
  return [
    `${placeText(finding)}: ${severity}: ${message} [${rule}]`,
    ...(statement === '' ? [] : [`    ${statement}`]),
    ...(confirmedBy === undefined ? [] : [`    confirmed by ${confirmedBy}`]),
    ...(explain ? [`    why: ${reason}`] : []),
  ];
}

/** Which rules a revision leaves out, and why: what was not judged is said, and counted apart. */
function revisionLines({ revision, rules }: ArchitectureReport): readonly string[] {
  if (revision === undefined || rules.length === 0) return [];
  const apart = rules.filter(({ why }) => why !== undefined);
  const judged = `at ${revision}: ${rules.length - apart.length} of ${rules.length} rules judged`;
  return [judged, ...apart.map(({ id, verdict, why }) => `    ${id}: ${verdict}, for ${why}`)];
}

/** What a rule may have missed, for nobody can tell what is called there. */
function unresolvedLines({ unresolved }: ArchitectureReport): readonly string[] {
  if (unresolved.length === 0) return [];
  const shown = unresolved.slice(0, MOST_UNRESOLVED);
  const more = unresolved.length - shown.length;
  return [
    `${unresolved.length} ${unresolved.length === 1 ? 'call' : 'calls'} not resolved, which may break a rule:`,
    ...shown.map((each) => `    ${placeText(each)}: ${each.statement} [${each.rule}]`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

function isArchitectureReport(report: DriftReport): report is ArchitectureReport {
  return report.kind === 'architecture';
}

function count({ findings }: DriftReport, severity: DriftFinding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

function isEnumReport(report: DriftReport): report is EnumDriftReport {
  return report.kind === 'enum';
}
