import { type Cause, causesOf } from './causes.ts';
import { diffLines, findingLines, logLines } from './failure.ts';
import { clip, printable } from './printable.ts';
import type { CaseReport, LossReport, Report, SuiteReport, Totals } from './report.ts';
import { unjudgedLines } from './unjudged.ts';
import { countsLine, exitMeaning, headline, policyLine, proofLine, whyNot } from './words.ts';

/** What GitHub accepts as a step summary; a longer one is refused there as a whole. */
const MAX_BYTES = 1024 * 1024;
const TAIL_BYTES = 512;
const MAX_LINE_CHARS = 4_000;
const MAX_BRIEF_CHARS = 300;
/** Causes that are told in full. */
const TOLD = 20;

/** The report as GitHub-flavoured Markdown, verdict first, never above 1 MiB. */
export function renderMarkdown(report: Report): string {
  const policy = policyLine(report.totals);
  const causes = causesOf(report);
  const trouble = [...causes.slice(0, TOLD).map(causeBlock), ...causes.slice(TOLD).map(causeLine)];
  return capped([
    `# ${inline(headline(report))}`,
    `${countsLine(report)}. ${policy ? `${policy}. ` : ''}Seed ${report.seed}; ${exitMeaning(report)}.`,
    ...listed('Why', report.reasons.map(inFull)),
    ...report.losses.filter(({ state }) => state !== 'unreachable').map(lastWords),
    table(report.suites),
    `${proofLine(report)}.`,
    ...(trouble.length > 0 ? ['## Failures', ...trouble] : []),
    ...report.cases.flatMap(({ id, table }) => (table === undefined ? [] : [`## ${code(id)}`, table])),
    ...listed('Baseline', baselineLines(report)),
    ...listed('Warnings', report.warnings.map(inline)),
    ...listed('Not judged', unjudgedLines(report).map(inline)),
    ...listed(
      'Not applicable',
      report.notApplicable.map(({ id, reason }) => `${code(id)} ${inline(reason)}`),
    ),
  ]);
}

/** Whole blocks in their order while they fit, then one line that says how many did not. */
function capped(blocks: readonly string[]): string {
  const kept: string[] = [];
  let bytes = 0;
  for (const block of blocks) {
    bytes += Buffer.byteLength(block) + 2;
    if (bytes > MAX_BYTES - TAIL_BYTES) {
      kept.push(`… ${blocks.length - kept.length} more sections stand in report.json.`);
      break;
    }
    kept.push(block);
  }
  return `${kept.join('\n\n')}\n`;
}

/** The story of its first case, and the names of all others. */
function causeBlock({ first: result, more }: Cause): string {
  const diff = diffLines(result);
  const log = logLines(result);
  return [
    `### ${result.verdict} ${code(result.id)}${more.length > 0 ? ` and ${more.length} more like it` : ''}`,
    inline(result.title),
    fenced(findingLines(result)),
    ...(diff.length > 0 ? [folded('Sent, forwarded, received', diff)] : []),
    ...(log.length > 0 ? [folded('Log of that request', log)] : []),
    `Reproduce with:\n\n${fenced([printable(result.reproduce)])}`,
    ...(more.length > 0 ? [foldedNames(more)] : []),
  ].join('\n\n');
}

/** Beyond those told in full, a line for each. */
function causeLine({ first, more }: Cause): string {
  const [why = ''] = whyNot(first).split('\n');
  const others = more.length > 0 ? ` and ${more.map(({ id }) => code(id)).join(', ')}` : '';
  return `- ${first.verdict} ${code(first.id)}${others}: ${inline(clip(why, MAX_BRIEF_CHARS))}`;
}

function foldedNames(cases: readonly CaseReport[]): string {
  const names = cases.map(({ id }) => code(id)).join(', ');
  return `<details><summary>The ${cases.length} more</summary>\n\n${names}\n\n</details>`;
}

function lastWords({ service, lastLines }: LossReport): string {
  return folded(`The last ${lastLines.length} lines of ${inline(service)}`, lastLines.map(printable));
}

function table(suites: readonly SuiteReport[]): string {
  const rows = suites.flatMap(({ suite, verdict, totals, facets }) => [
    row(`**${inline(suite)}**`, verdict, totals),
    ...Object.values(facets)
      .slice(0, 1)
      .flatMap((facet) => Object.entries(facet))
      .map(([value, each]) => row(`${inline(suite)} · ${inline(value)}`, '', each)),
  ]);
  const heading =
    '| suite · group | verdict | executed | passed | failed | baselined | inconclusive | errored | policy | n/a |';
  return [heading, `|---|---|${'--:|'.repeat(8)}`, ...rows].join('\n');
}

function row(name: string, verdict: string, totals: Totals): string {
  const policy = totals.policyAsRecorded + totals.policyChanged;
  const { executed, passed, failed, baselined, inconclusive, errored } = totals;
  const counts = [executed, passed, failed, baselined, inconclusive, errored];
  return `| ${[name, verdict, ...counts, policy, totals.notApplicable].join(' | ')} |`;
}

function baselineLines({ baseline }: Report): readonly string[] {
  return (baseline?.outcomes ?? []).map(({ state, case: id, clause, owner, expires, reason }) => {
    return `${state}: ${code(id)} clause ${inline(clause)}, ${inline(owner)} until ${expires}: ${inline(reason)}`;
  });
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`];
}

/** A reason with all its lines, as one item of a list. */
function inFull(reason: string): string {
  const [first = '', ...more] = reason.split('\n');
  if (more.length === 0) return inline(first);
  const quoted = fenced(more.map((line) => printable(clip(line, MAX_LINE_CHARS))));
  return `${inline(first)}\n\n${quoted.replaceAll(/^/gm, '  ')}`;
}

function folded(title: string, lines: readonly string[]): string {
  return `<details><summary>${title}</summary>\n\n${fenced(lines)}\n\n</details>`;
}

/** A fence longer than any run of backticks inside, so that foreign text cannot close it. */
function fenced(lines: readonly string[]): string {
  const text = lines.join('\n');
  const fence = '`'.repeat(Math.max(3, longestBackticks(text) + 1));
  return `${fence}\n${text}\n${fence}`;
}

/** Foreign text as code on one line. */
export function code(text: string): string {
  const fence = '`'.repeat(longestBackticks(text) + 1);
  const pad = fence.length > 1 ? ' ' : '';
  return `${fence}${pad}${printable(text).replaceAll(/\s+/g, ' ')}${pad}${fence}`;
}

function longestBackticks(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
}

/** Foreign text on one line, with everything escaped that Markdown or HTML would act upon. */
export function inline(text: string): string {
  return printable(clip(text, MAX_LINE_CHARS))
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|~]/g, String.raw`\$&`)
    .replaceAll(/(?<!\w)[@#](?=\w)/g, (char) => `&#${char.charCodeAt(0)};`);
}
