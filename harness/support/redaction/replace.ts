import type { Stretch } from './view.ts';

/** A stretch of some bytes, and what is to stand there. */
export interface Mark extends Stretch {
  readonly text: string;
}

/** The bytes with their marks in place; of those that overlap the longest speaks for all. */
export function replaced(bytes: Uint8Array, marks: readonly Mark[]): Buffer {
  const pieces: Uint8Array[] = [];
  let done = 0;
  for (const { start, end, text } of apart(marks)) {
    pieces.push(bytes.subarray(done, start), Buffer.from(text));
    done = end;
  }
  pieces.push(bytes.subarray(done));
  return Buffer.concat(pieces);
}

function apart(marks: readonly Mark[]): readonly Mark[] {
  const all: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = all.at(-1);
    if (!last || mark.start >= last.end) all.push(mark);
    else all[all.length - 1] = joined(last, mark);
  }
  return all;
}

function joined(first: Mark, second: Mark): Mark {
  const { text } = second.end - second.start > first.end - first.start ? second : first;
  return { start: first.start, end: Math.max(first.end, second.end), text };
}
