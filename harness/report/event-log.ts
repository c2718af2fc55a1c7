import { closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { HarnessError } from '../support/errors.ts';
import { writingTo } from '../support/full-disk.ts';
import { OWN_FILE } from '../support/own-files.ts';
import type { NewEvent } from './event.ts';

const { O_APPEND, O_CREAT, O_NOFOLLOW, O_RDWR } = constants;
const NEWLINE = 0x0a;
const CHUNK_BYTES = 64 * 1024;

/** An open `events.ndjson`; an event that `append` returned from survives kill -9 of its author. */
export interface EventLog extends Disposable {
  /** Answers the event as it was written: whoever shows it shows that one. */
  append<T extends NewEvent>(event: T): T;
}

/** How events are written. */
export interface EventLogOptions {
  /** Takes secrets out of an event, at the last moment before it is written. */
  readonly conceal?: <T>(event: T) => T;
  readonly now?: () => Date;
}

/**
 * Opens (or makes, mode 0600) an event log for appending; several processes may hold the same file. `run.finished`
 * says that the runner is gone, so before it a line that the runner left half-written is cut off.
 */
export function openEventLog(
  file: string,
  { conceal = (event) => event, now = () => new Date() }: EventLogOptions = {},
): EventLog {
  const fd = openSync(file, O_APPEND | O_CREAT | O_NOFOLLOW | O_RDWR, OWN_FILE);
  return {
    append: (event) => {
      if (event.event === 'run.finished') cutTornTail(fd);
      const shown = { ...conceal(event), ...ownMembers(event) };
      appendLine(fd, file, JSON.stringify({ ...shown, at: now().toISOString() }));
      return shown;
    },
    [Symbol.dispose]: () => closeSync(fd),
  };
}

/**
 * What we say ourselves of a run and its cases stays as it is: a secret that is a word of it, as `v03-text`, is nothing
 * that the subject tells there, and without its name a case would be another.
 */
const OWN_MEMBERS: ReadonlySet<string> = new Set([
  ...['event', 'runId', 'formatVersion', 'clone', 'seed', 'revision', 'mode', 'mutant', 'worldId', 'digests'],
  ...['provenance', 'underTest', 'files', 'sha256'],
  ...['suites', 'cases', 'excluded', 'unselected', 'scope', 'service', 'state', 'signal', 'level'],
  ...['id', 'suite', 'title', 'clause', 'facets', 'reproduce', 'evidence'],
  ...['verdict', 'outcome', 'expectedOutcome', 'policy'],
]);

function ownMembers<T extends object>(event: T): Partial<T> {
  const own = Object.entries(event).filter(([name]) => OWN_MEMBERS.has(name));
  return Object.fromEntries(own) as Partial<T>;
}

function appendLine(fd: number, file: string, json: string): void {
  const line = Buffer.from(`${json}\n`);
  const written = writingTo(file, () => writeSync(fd, line));
  if (written === line.length) return;
  throw new HarnessError({
    code: 'EVENT_NOT_RECORDED',
    message: `Only ${written} of ${line.length} bytes of an event reached ${file}.`,
    fix: 'Free space on that disk and run again; this run cannot be judged.',
  });
}

/** Only safe while no other process writes: a line in the making looks the same as a torn one. */
function cutTornTail(fd: number): void {
  const size = fstatSync(fd).size;
  const end = endOfLastLine(fd, size);
  if (end < size) ftruncateSync(fd, end);
}

function endOfLastLine(fd: number, size: number): number {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  for (let end = size; end > 0; end -= CHUNK_BYTES) {
    const start = Math.max(0, end - CHUNK_BYTES);
    const read = readSync(fd, chunk, 0, end - start, start);
    const newline = chunk.subarray(0, read).lastIndexOf(NEWLINE);
    if (newline >= 0) return start + newline + 1;
  }
  return 0;
}
