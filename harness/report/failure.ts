import pc from 'picocolors';
import { clip, printable } from './printable.ts';
import type { CaseReport } from './report.ts';

const MAX_VALUE_CHARS = 2_000;
const MAX_DIFF_LINES = 60;
const MAX_LOG_LINES = 20;

/** The whole story of one case that did not pass, as lines for a terminal; the last one reproduces it. */
export function renderCase(result: CaseReport, options: { readonly color: boolean }): readonly string[] {
  const paint = pc.createColors(options.color);
  const evidence = result.evidence.length > 0 ? [field('evidence', result.evidence.join(', '))] : [];
  return [
    `${paint.bold(paint.red(`${markOf(result)} ${printable(result.id)}`))}  ${printable(result.title)}`,
    ...findingLines(result),
    ...section('sent / forwarded / received', diffLines(result)),
    ...section('log of that request', logLines(result)),
    ...evidence,
    `  ${paint.cyan(`Reproduce with: ${result.reproduce}`)}`,
  ];
}

/** The outcome, then clause, expected and actual of each finding, or the reason where there is none; safe to print. */
export function findingLines(result: CaseReport): readonly string[] {
  const findings = result.findings.flatMap(({ clause, expected, actual }) => [
    field('clause', clause),
    ...expected.map((each, index) => field(index === 0 ? 'expected' : 'or', value(each))),
    field('actual', value(actual)),
  ]);
  if (findings.length > 0) return [...outcomeLines(result), ...findings];
  const reason = result.reason ? [field(result.verdict, value(result.reason))] : [];
  return [field('clause', result.clause), ...reason];
}

function outcomeLines({ outcome, expectedOutcome }: CaseReport): readonly string[] {
  if (outcome === undefined) return [];
  const instead =
    expectedOutcome === undefined || expectedOutcome === outcome ? '' : ` instead of ${expectedOutcome}`;
  return [field('outcome', value(`${outcome}${instead}`))];
}

/** What was sent, forwarded and received, cut to a readable length; safe to print. */
export function diffLines({ diff }: CaseReport): readonly string[] {
  const lines = diff ? diff.split('\n').map(safeLine) : [];
  if (lines.length <= MAX_DIFF_LINES) return lines;
  return [...lines.slice(0, MAX_DIFF_LINES), `… ${lines.length - MAX_DIFF_LINES} more lines`];
}

/** The subject's last log lines of that request; safe to print. */
export function logLines({ logLines: lines = [] }: CaseReport): readonly string[] {
  if (lines.length <= MAX_LOG_LINES) return lines.map(safeLine);
  return [`… ${lines.length - MAX_LOG_LINES} earlier lines`, ...lines.slice(-MAX_LOG_LINES).map(safeLine)];
}

function markOf({ verdict }: CaseReport): string {
  return verdict === 'failed' ? '✗' : '!';
}

function field(name: string, text: string): string {
  return `  ${name.padEnd(12)} ${text}`;
}

/** Later lines of a value stand below its first. */
function value(text: string): string {
  return printable(clip(text, MAX_VALUE_CHARS)).replaceAll('\n', `\n${' '.repeat(15)}`);
}

function section(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`  ${name}`, ...lines.map((line) => `    ${line}`)];
}

function safeLine(line: string): string {
  return printable(clip(line, MAX_VALUE_CHARS)).replaceAll('\n', ' ');
}
