import pc from 'picocolors';
import { clip, printable } from './printable.ts';
import type { CaseReport } from './report.ts';

const MAX_VALUE_CHARS = 2_000;
const MAX_DIFF_LINES = 60;
const MAX_LOG_LINES = 20;

/** The whole story of one case that did not pass, as lines; the last one reproduces it. */
export function renderCase(result: CaseReport, options: { readonly color: boolean }): readonly string[] {
  const paint = pc.createColors(options.color);
  const heading = `${mark(result)} ${result.id}`;
  return [
    `${paint.bold(paint.red(heading))}  ${printable(result.title)}`,
    ...result.findings.flatMap((finding) => [
      field('clause', finding.clause),
      ...finding.expected.map((each, index) => field(index === 0 ? 'expected' : 'or', value(each))),
      field('actual', value(finding.actual)),
    ]),
    ...(result.findings.length === 0 ? [field('clause', result.clause)] : []),
    ...(result.reason ? [field(result.verdict, value(result.reason))] : []),
    ...(result.diff
      ? section('sent / forwarded / received', head(result.diff.split('\n'), MAX_DIFF_LINES))
      : []),
    ...(result.logLines?.length ? section('log of that request', tail(result.logLines, MAX_LOG_LINES)) : []),
    ...(result.evidence.length > 0 ? [field('evidence', result.evidence.join(', '))] : []),
    `  ${paint.cyan(`Reproduce with: ${result.reproduce}`)}`,
  ];
}

function mark({ verdict }: CaseReport): string {
  return verdict === 'failed' ? '✗' : '!';
}

function field(name: string, text: string): string {
  return `  ${name.padEnd(9)} ${text}`;
}

/** Later lines of a value stand below its first. */
function value(text: string): string {
  return printable(clip(text, MAX_VALUE_CHARS)).replaceAll('\n', `\n${' '.repeat(12)}`);
}

function section(name: string, lines: readonly string[]): readonly string[] {
  return [`  ${name}`, ...lines.map((line) => `    ${printable(clip(line, MAX_VALUE_CHARS))}`)];
}

function head(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… ${lines.length - most} more lines`];
}

function tail(lines: readonly string[], most: number): readonly string[] {
  return lines.length <= most ? lines : [`… ${lines.length - most} earlier lines`, ...lines.slice(-most)];
}
