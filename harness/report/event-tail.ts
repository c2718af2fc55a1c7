import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { RunEvent } from './event.ts';
import { parseEvent } from './read-events.ts';

const NEWLINE = 0x0a;

/** Answers, each time, the events that were appended to a log since the last time, by whichever process; whole lines only. */
export function tailOf(file: string): () => readonly RunEvent[] {
  let from = 0;
  return () => {
    const bytes = bytesFrom(file, from);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    from += end;
    const lines = bytes.subarray(0, end).toString('utf8').split('\n');
    return lines.flatMap((line) => parseEvent(line) ?? []);
  };
}

function bytesFrom(file: string, from: number): Buffer {
  const fd = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(fd).size - from));
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, from));
  } finally {
    closeSync(fd);
  }
}
