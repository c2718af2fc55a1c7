import { stripVTControlCharacters } from 'node:util';
import { type Cause, sizeOf } from './causes.ts';
import { briefly, type Detail, renderCase } from './failure.ts';

/** How wide and in which colours. */
export interface Paper {
  readonly color: boolean;
  readonly columns: number;
}

/** From a line to everything. */
const DETAILS: readonly Detail[] = ['line', 'story', 'whole'];

/**
 * Tells causes in at most so many lines of a terminal: each in one line as long as there is room for all, and then the
 * first ones as fully as the rest leaves room for.
 */
export function causesWithin(causes: readonly Cause[], maxLines: number, paper: Paper): readonly string[] {
  const shown = causes.length <= maxLines ? causes : causes.slice(0, Math.max(1, maxLines - 1));
  const beyond = beyondLine(causes.slice(shown.length));
  const blocks = shown.map((cause) => blockOf(cause, 'line', paper));
  let free = maxLines - beyond.length - blocks.length;
  for (const detail of DETAILS.slice(1)) {
    for (const [index, cause] of shown.entries()) {
      const block = blockOf(cause, detail, paper);
      const growth = heightOf(block, paper) - heightOf(blocks[index] ?? [], paper);
      if (growth > free) break;
      blocks[index] = block;
      free -= growth;
    }
  }
  return [...blocks.flat(), ...beyond];
}

/** Everything about every cause, with the names of all its cases. */
export function causesInFull(causes: readonly Cause[], paper: Paper): readonly string[] {
  return causes.flatMap((cause) => {
    const block = blockOf(cause, 'whole', paper);
    const names = nameLines(cause, paper);
    return names.length === 0
      ? block
      : [...block.slice(0, -1), '  the same in:', ...names, ...block.slice(-1)];
  });
}

/** A line in at most so many characters. */
export function cut(line: string, columns: number): string {
  return line.length > columns ? `${line.slice(0, columns - 1)}…` : line;
}

/** Lines whole where they fit, else the first and the last of them, with the number of those between. */
export function endsWithin(lines: readonly string[], maxLines: number, paper: Paper): readonly string[] {
  if (heightOf(lines, paper) <= maxLines) return lines;
  const short = lines.map((line) => cut(line, paper.columns * 2));
  const first = fitting(short, Math.max(2, maxLines / 3), paper);
  const free = maxLines - heightOf(first, paper) - 1;
  const last = fitting(short.slice(first.length).toReversed(), Math.max(2, free), paper).toReversed();
  const between = lines.length - first.length - last.length;
  const gap = `    … ${between} more lines: summary.md has them, --verbose shows them here`;
  return between === 0 ? [...first, ...last] : [...first, gap, ...last];
}

/** As many of the first lines as fit. */
function fitting(lines: readonly string[], room: number, paper: Paper): readonly string[] {
  const beyond = lines.findIndex((_, index) => heightOf(lines.slice(0, index + 1), paper) > room);
  return beyond < 0 ? lines : lines.slice(0, beyond);
}

/** How many lines of a terminal text takes, those that it wraps among them. */
export function heightOf(lines: readonly string[], { columns }: Paper): number {
  const physical = lines.flatMap((line) => line.split('\n'));
  return physical.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
}

/** Colours take no room. */
function widthOf(line: string): number {
  return stripVTControlCharacters(line).length;
}

/** A story stands apart from what is before it. */
function blockOf(cause: Cause, detail: Detail, paper: Paper): readonly string[] {
  const { first, more } = cause;
  if (detail === 'line' || isAbsent(cause)) return [briefly(first, more.length, paper)];
  const story = renderCase(first, { ...paper, detail });
  if (more.length === 0) return ['', ...story];
  return ['', ...story.slice(0, -1), `  and ${more.length} more like it`, ...story.slice(-1)];
}

/** Of what did not run there is no story. */
function isAbsent({ first }: Cause): boolean {
  return first.verdict === 'inconclusive' && first.observations === 0 && first.evidence.length === 0;
}

function beyondLine(causes: readonly Cause[]): readonly string[] {
  if (causes.length === 0) return [];
  const cases = causes.reduce((sum, cause) => sum + sizeOf(cause), 0);
  return [
    `… and ${causes.length} more causes (${cases} cases): summary.md has them, --verbose shows them here`,
  ];
}

function nameLines({ more }: Cause, { columns }: Paper): readonly string[] {
  const lines: string[] = [];
  for (const { id } of more) {
    const last = lines.at(-1);
    const joined = `${last}, ${id}`;
    if (last !== undefined && joined.length < columns) lines[lines.length - 1] = joined;
    else lines.push(`    ${id}`);
  }
  return lines;
}
