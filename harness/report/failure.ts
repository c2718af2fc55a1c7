import pc from 'picocolors';
import { clip, printable } from './printable.ts';
import type { CaseReport } from './report.ts';

const MAX_VALUE_CHARS = 2_000;
const MAX_DIFF_LINES = 60;
const MAX_LOG_LINES = 20;

/** A line, the story of what was expected and came, or that with payload and log. */
export type Detail = 'line' | 'story' | 'whole';

export interface CaseOptions {
  readonly color: boolean;
  readonly columns: number;
  readonly detail: Exclude<Detail, 'line'>;
}

/** The story of one case that did not pass, as lines for a terminal; the last one reproduces it. */
export function renderCase(result: CaseReport, { color, columns, detail }: CaseOptions): readonly string[] {
  const paint = pc.createColors(color);
  const isWhole = detail === 'whole';
  const told = isWhole ? findingLines(result) : firstFindingLines(result, columns);
  const evidence = result.evidence.length > 0 ? [field('evidence', result.evidence.join(', '))] : [];
  return [
    `${paint.bold(paint.red(`${markOf(result)} ${printable(result.id)}`))}  ${printable(result.title)}`,
    ...told,
    ...(isWhole ? section('sent / forwarded / received', diffLines(result)) : []),
    ...(isWhole ? section('log of that request', logLines(result)) : []),
    ...(isWhole ? evidence : []),
    `  ${paint.cyan(`Reproduce with: ${result.reproduce}`)}`,
  ];
}

/** One case in one line, and how many are like it; safe to print. */
export function briefly(result: CaseReport, more: number, paper: Omit<CaseOptions, 'detail'>): string {
  const { id, verdict, clause, findings, reason, outcome } = result;
  const [finding] = findings;
  const why = finding
    ? `${finding.clause}: ${outcome ? `${outcome}: ` : ''}${finding.actual}`
    : (reason ?? clause);
  const who = `${markOf(result)} ${printable(id)}${more > 0 ? ` and ${more} more like it` : ''}`;
  const line = `  ${verdict}: ${safeLine(why)}`;
  const room = Math.max(20, paper.columns - who.length - 1);
  const told = line.length > room ? `${line.slice(0, room - 1)}…` : line;
  const paint = pc.createColors(paper.color);
  return `${paint.bold(paint.red(who))}${told}`;
}

/** The first finding alone, each value cut to a line or two, and how many there are besides. */
function firstFindingLines(result: CaseReport, columns: number): readonly string[] {
  const { findings } = result;
  const told = findingLines({ ...result, findings: findings.slice(0, 1) }, columns);
  return findings.length > 1 ? [...told, field('and', `${findings.length - 1} more findings`)] : told;
}

/** The outcome, then clause, expected and actual of each finding, or the reason where there is none; safe to print. */
export function findingLines(result: CaseReport, maxChars = MAX_VALUE_CHARS): readonly string[] {
  const value = (text: string) => valueLines(text, maxChars);
  const findings = result.findings.flatMap(({ clause, expected, actual }) => [
    field('clause', clause),
    ...expected.map((each, index) => field(index === 0 ? 'expected' : 'or', value(each))),
    field('actual', value(actual)),
  ]);
  if (findings.length > 0) return [...outcomeLines(result, value), ...findings];
  const reason = result.reason ? [field(result.verdict, value(result.reason))] : [];
  return [field('clause', result.clause), ...reason];
}

function outcomeLines(
  { outcome, expectedOutcome }: CaseReport,
  value: (text: string) => string,
): readonly string[] {
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
function valueLines(text: string, maxChars: number): string {
  return printable(clip(text, maxChars)).replaceAll('\n', `\n${' '.repeat(15)}`);
}

function section(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`  ${name}`, ...lines.map((line) => `    ${line}`)];
}

function safeLine(line: string): string {
  return printable(clip(line, MAX_VALUE_CHARS)).replaceAll('\n', ' ');
}
