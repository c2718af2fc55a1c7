import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const TAIL_BYTES = 64 * 1024;
const LINES = 50;

/** The last lines of a log file from byte `from` on, and at most 64 KiB of them; empty when there is no such file. */
export function lastLines(file: string, from = 0, maxLines = LINES): readonly string[] {
  const text = readEnd(file, TAIL_BYTES, from);
  return text.split('\n').filter(isNotBlank).slice(-maxLines);
}

/**
 * The last `maxBytes` of what a file has from byte `from` on, as text without a first line that was cut; empty when
 * there is no such file.
 */
export function readEnd(file: string, maxBytes: number, from = 0): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const { size } = fstatSync(descriptor);
    const start = Math.max(from, size - maxBytes);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    const bytes = readSync(descriptor, buffer, 0, buffer.length, start);
    const text = buffer.toString('utf8', 0, bytes);
    return start === from ? text : text.slice(text.indexOf('\n') + 1);
  } catch {
    return '';
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function isNotBlank(line: string): boolean {
  return line.trim() !== '';
}
