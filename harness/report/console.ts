import pc from 'picocolors';
import { groupBy } from '../support/group.ts';
import { causesOf } from './causes.ts';
import { printable } from './printable.ts';
import type { Report } from './report.ts';
import { causesInFull, causesWithin, cut, endsWithin, heightOf, type Paper } from './screen.ts';
import { headingOf } from './totals.ts';
import { unjudgedLines } from './unjudged.ts';
import { countsLine, exitMeaning, headline, policyLine, proofLine } from './words.ts';

/** How to print; `directory` is where the report files lie. */
export interface ConsoleOptions extends Paper {
  readonly directory?: string;
  /** Tells all there is, on as many lines as it takes. */
  readonly verbose?: boolean;
}

/** What a screen shows at once. */
const SCREEN_LINES = 40;
const LISTED = 3;
/** Of these at least so many have room for the last lines of what was lost. */
const LAST_WORDS = 12;
/** And so many for causes, below an empty line. */
const CAUSES = 4;

/**
 * The report for a human: what was judged and the verdict, what was lost, one block for each cause, then the counts. It
 * fits one screen; the rest stands in the report files, and is told here too where everything is asked for.
 */
export function renderSummary(report: Report, options: ConsoleOptions): string {
  const paint = pc.createColors(options.color);
  const title =
    report.verdict === 'passed'
      ? paint.green(printable(headline(report)))
      : paint.red(printable(headline(report)));
  const closing = ['', ...closingLines(report, options)];
  const causes = causesOf(report);
  const kept = (report.losses.length > 0 ? LAST_WORDS : 0) + Math.min(causes.length + 1, CAUSES);
  const free = SCREEN_LINES - heightOf(['', title, ...closing], options) - kept;
  const head = [paint.bold(title), ...reasonLines(report, free, options)];
  const room = SCREEN_LINES - heightOf(['', ...head, ...closing], options);
  const lastWords = lossLines(report, room - Math.min(causes.length, room - LAST_WORDS), options);
  const told = options.verbose
    ? causesInFull(causes, options)
    : causesWithin(causes, Math.max(1, room - heightOf(lastWords, options)), options);
  const apart = told.length === 0 || told[0] === '' ? [] : [''];
  return `${[...head, ...lastWords, ...apart, ...told, ...closing].join('\n')}\n`;
}

/** The last that was written by what was lost, as far as there is room. */
function lossLines({ losses }: Report, room: number, options: ConsoleOptions): readonly string[] {
  return losses.flatMap(({ service, state, lastLines }) => {
    if (state === 'unreachable') return [];
    const each = Math.max(0, Math.floor(room / losses.length) - 1);
    const shown = options.verbose ? lastLines : lastLines.slice(Math.max(0, lastLines.length - each));
    const [all, some] = [lastLines.length, shown.length];
    if (all === 0) return [`  ${service} had written nothing.`];
    const lines = shown.map((line) => `    ${printable(line)}`);
    return [
      `  the last ${some === all ? all : `${some} of ${all}`} lines of ${service}:`,
      ...(options.verbose ? lines : lines.map((line) => cut(line, options.columns))),
    ];
  });
}

function closingLines(report: Report, options: ConsoleOptions): readonly string[] {
  const { directory } = options;
  const policy = policyLine(report.totals);
  return [
    countsLine(report),
    ...(policy ? [policy, ...listed(changedPolicies(report), options)] : []),
    ...notApplicableLines(report, options),
    ...listed(
      unjudgedLines(report).map((line) => `not judged: ${line}`),
      options,
    ),
    ...listed(baselineLines(report), options),
    proofLine(report),
    ...listed(
      report.warnings.map((warning) => `warning: ${printable(warning)}`),
      options,
    ),
    `seed ${report.seed}; ${(report.durationMs / 1000).toFixed(1)} s; ${exitMeaning(report)}`,
    ...(directory
      ? [
          `report: ${directory}/report.html (also summary.md, report.json, ctrf.json, junit.xml, sarif.json, events.ndjson)`,
        ]
      : []),
  ];
}

/** What kept the run from judging is said as far as there is room, for its last words say what to do; the rest is cut. */
function reasonLines({ reasons }: Report, room: number, options: ConsoleOptions): readonly string[] {
  const [first, ...others] = reasons.map((each) => `  ${printable(each)}`);
  if (first === undefined) return [];
  const more = listed(others, options);
  const whole = first.split('\n');
  return [...(options.verbose ? whole : endsWithin(whole, room - heightOf(more, options), options)), ...more];
}

/** The first few, each on one line, and how many there are besides. */
function listed(lines: readonly string[], { verbose, columns }: ConsoleOptions): readonly string[] {
  if (verbose) return lines;
  const shown = lines.slice(0, LISTED).map((line) => cut(line.replaceAll('\n', ' '), columns * 2));
  return lines.length > LISTED ? [...shown, `  … ${lines.length - LISTED} more`] : shown;
}

function changedPolicies({ cases }: Report): readonly string[] {
  return cases
    .filter((each) => headingOf(each) === 'policy' && each.policy === 'changed')
    .map(({ id, reason }) => `  changed: ${id}${reason ? `: ${printable(reason)}` : ''}`);
}

/** Exclusions by reason, since most share one; what lies beyond the first few stands in the report. */
function notApplicableLines(
  { notApplicable, cases, totals }: Report,
  options: ConsoleOptions,
): readonly string[] {
  if (totals.notApplicable === 0) return [];
  const finished = cases.filter(({ verdict }) => verdict === 'not-applicable');
  const all = [...notApplicable, ...finished.map(({ id, reason = 'no reason given' }) => ({ id, reason }))];
  const reasons = [...groupBy(all, ({ reason }) => reason)];
  return [
    `${totals.notApplicable} not applicable:`,
    ...listed(
      reasons.map(([reason, each]) => `  ${each.length} × ${printable(reason)}`),
      options,
    ),
  ];
}

function baselineLines({ baseline }: Report): readonly string[] {
  return (baseline?.outcomes ?? []).map(({ state, case: id, clause, owner, expires }) => {
    return `baseline ${state}: ${id} (${clause}), owner ${printable(owner)}, until ${expires}`;
  });
}
