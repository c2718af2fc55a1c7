import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Whether a log is what its run has left: `none` of a run that was killed before it could seal it. */
export type Seal = 'sound' | 'broken' | 'none';

const SEALED = /\n(\{"event":"run\.sealed","sha256":"([0-9a-f]{64})"[^\n]*\n)$/;

/** Digest over everything that a log holds now. */
export function digestOfLog(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Holds the last event of a log against all that stands before it. It shows an edit by hand, not a forgery. */
export function sealOf(file: string): Seal {
  const text = readFileSync(file);
  const [, line, sha256] = SEALED.exec(text.subarray(-512).toString('latin1')) ?? [];
  if (line === undefined) return text.includes('"event":"run.sealed"') ? 'broken' : 'none';
  const before = text.subarray(0, text.length - line.length);
  return createHash('sha256').update(before).digest('hex') === sha256 ? 'sound' : 'broken';
}
