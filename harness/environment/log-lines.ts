import { statSync } from 'node:fs';
import { lastLines, readEnd } from './process/log-tail.ts';
import type { WorldDescription } from './world.ts';

/** A line of a service's log; `text` may hold credentials until it has been redacted. */
export interface WorldLogLine {
  readonly service: string;
  readonly text: string;
}

/** Bounds of a search; `files` names services, all of them when absent. */
export interface LogLineLimits {
  readonly maxLines: number;
  readonly files?: readonly string[];
}

const SEARCHED_BYTES = 8 * 1024 * 1024;
const COUNTED_BYTES = 64 * 1024 * 1024;
const LINE_CHARS = 4000;

/**
 * The log lines that belong to one request, service by service in the order of starting, the first `maxLines` of
 * them. Only the last 8 MiB of each log are searched; long lines are cut.
 */
export function worldLogLines(
  world: Pick<WorldDescription, 'services'>,
  requestId: string,
  limits: LogLineLimits,
): readonly WorldLogLine[] {
  const found: WorldLogLine[] = [];
  if (requestId === '') return found;
  for (const { name, logFile } of world.services) {
    if (limits.files && !limits.files.includes(name)) continue;
    for (const text of linesWith(readEnd(logFile, SEARCHED_BYTES), requestId)) {
      if (found.length >= limits.maxLines) return found;
      found.push({ service: name, text: text.slice(0, LINE_CHARS) });
    }
  }
  return found;
}

/** How many bytes the log of each service has now, by its name. */
export function logSizes({ services }: Pick<WorldDescription, 'services'>): ReadonlyMap<string, number> {
  return new Map(
    services.map(({ name, logFile }) => [name, statSync(logFile, { throwIfNoEntry: false })?.size ?? 0]),
  );
}

/** How often a text stands in the logs of a world, behind the given sizes; only the last 64 MiB of each are searched. */
export function countInLogs(
  { services }: Pick<WorldDescription, 'services'>,
  text: string,
  since: ReadonlyMap<string, number> = new Map(),
): number {
  const logs = services.map(({ name, logFile }) => readEnd(logFile, COUNTED_BYTES, since.get(name)));
  return logs.reduce((sum, log) => sum + log.split(text).length - 1, 0);
}

/** The last lines that services have logged since their logs had the given sizes; long lines are cut. */
export function lastLogLines(
  { services }: Pick<WorldDescription, 'services'>,
  since: ReadonlyMap<string, number>,
  maxLines: number,
): readonly WorldLogLine[] {
  return services.flatMap(({ name, logFile }) =>
    lastLines(logFile, since.get(name), maxLines).map((text) => ({
      service: name,
      text: text.slice(0, LINE_CHARS),
    })),
  );
}

/** Jumps from hit to hit, because most lines belong to other requests. */
function* linesWith(log: string, id: string): Generator<string> {
  for (let at = log.indexOf(id); at !== -1; at = log.indexOf(id, at)) {
    if (isPartOfLongerId(log, at, id.length)) {
      at += id.length;
      continue;
    }
    const end = log.indexOf('\n', at);
    const until = end === -1 ? log.length : end;
    yield log.slice(log.lastIndexOf('\n', at) + 1, until);
    at = until;
  }
}

function isPartOfLongerId(log: string, at: number, length: number): boolean {
  const inId = /[A-Za-z0-9-]/;
  return inId.test(log[at - 1] ?? ' ') || inId.test(log[at + length] ?? ' ');
}
