import type { Place } from '../../support/verdict.ts';
import { causesOf, sizeOf } from '../causes.ts';
import { clip, printable } from '../printable.ts';
import type { Report } from '../report.ts';
import { headline, whyNot } from '../words.ts';

/** A remark that a CI shows beside a job, or beside the line of a file that it is about. */
export interface Annotation {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly message: string;
  readonly place?: Place;
}

/** GitHub shows ten of each level and step, and drops the rest without a word. */
const MOST = 10;
const MAX_CHARS = 1_000;

/** At most ten remarks that matter: the verdict, what no case carries, then one for each cause; none of what is well. */
export function annotationsOf(report: Report): readonly Annotation[] {
  if (report.verdict === 'passed' && report.whole) return [];
  const rest = [...faultsOf(report), ...ofCauses(report)];
  const room = MOST - 1;
  if (rest.length <= room) return [verdictOf(report), ...rest];
  const shown = rest.slice(0, room - 1);
  return [verdictOf(report), ...shown, remainder(rest.length - shown.length)];
}

function verdictOf(report: Report): Annotation {
  const level = report.verdict === 'passed' ? 'warning' : 'error';
  const [why = 'It is a part of the whole, and says nothing about the rest.'] = report.reasons;
  return { level, title: headline(report), message: clip(why, MAX_CHARS) };
}

/** The first reason is told with the verdict. */
function faultsOf({ faults, reasons }: Report): readonly Annotation[] {
  return faults
    .filter(({ reason }) => reason !== reasons[0])
    .map(({ reason }) => ({ level: 'error', title: 'Fault of the run', message: clip(reason, MAX_CHARS) }));
}

function ofCauses(report: Report): readonly Annotation[] {
  return causesOf(report).map((cause) => {
    const { first } = cause;
    const more = sizeOf(cause) - 1;
    const place = first.findings.find((finding) => finding.place)?.place;
    return {
      level: 'error',
      title: `${first.verdict} ${first.id}${more > 0 ? ` and ${more} more like it` : ''}`,
      message: `${clip(whyNot(first), MAX_CHARS)}\nReproduce with: ${first.reproduce}`,
      ...(place && { place }),
    };
  });
}

function remainder(count: number): Annotation {
  return {
    level: 'error',
    title: `${count} more causes`,
    message: 'They stand in summary.md and report.html.',
  };
}

/** An annotation as GitHub reads it on the output of a step; foreign text stays within its place. */
export function githubCommand({ level, title, message, place }: Annotation): string {
  const where = place
    ? [['file', place.file] as const, ['line', place.line] as const, ['col', place.column] as const]
    : [];
  const properties = [...where, ['title', title] as const].flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${property(`${value}`)}`],
  );
  return `::${level} ${properties.join(',')}::${data(message)}`;
}

/** The same for any other log: where it is, as editors and most CIs recognise it. */
export function plainLine({ level, title, message, place }: Annotation): string {
  const where = place ? `${place.file}:${place.line}:${place.column ?? 1}: ` : '';
  return printable(`${where}${level}: ${title}: ${message}`).replaceAll('\n', '\n  ');
}

function data(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
