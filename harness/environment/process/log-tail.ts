import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const TAIL_BYTES = 64 * 1024;

/** The last lines of a log file, at most `maxLines` and 64 KiB; empty when there is no such file. */
export function lastLines(file: string, maxLines = 50): readonly string[] {
  const text = readEnd(file, TAIL_BYTES);
  return text.split('\n').filter(isNotBlank).slice(-maxLines);
}

/** The last `maxBytes` of a file as text, without a first line that was cut; empty when there is no such file. */
export function readEnd(file: string, maxBytes: number): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const { size } = fstatSync(descriptor);
    const start = Math.max(0, size - maxBytes);
    const buffer = Buffer.alloc(size - start);
    const bytes = readSync(descriptor, buffer, 0, buffer.length, start);
    const text = buffer.toString('utf8', 0, bytes);
    return start === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } catch {
    return '';
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function isNotBlank(line: string): boolean {
  return line.trim() !== '';
}
