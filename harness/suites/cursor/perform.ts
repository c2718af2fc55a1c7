import { randomUUID } from 'node:crypto';
import type { Exchange } from '../../wire/exchange.ts';
import type { Transport } from '../../wire/transmit.ts';
import type { CaseAt } from '../suite.ts';
import type { CursorKind } from './plan.ts';
import { putIntoOneInstant } from './same-instant.ts';
import { idsIn, type Log, openLog } from './workspace-log.ts';

/** A page that was asked for: behind which row, and what came. */
export interface Page {
  readonly cursor: string;
  readonly exchange: Exchange;
}

/** What a case did and saw; `unjudged` where this subject does not let it be done. */
export type Observed =
  | { readonly unjudged: string }
  /** The subject could not be brought so far: what it answered, and what it had to. */
  | { readonly unready: Exchange; readonly expected: string }
  | {
      readonly kind: CursorKind;
      /** The log as it is read without a cursor. */
      readonly whole: Exchange;
      readonly pages: readonly Page[];
    };

/** Rows of each log. */
export const ROWS = 3;

/** Fills a log, reads it whole, and then behind the cursors that the case is about. */
export async function performCursor(transport: Transport, at: CaseAt): Promise<Observed> {
  const kind = at.planned.facets.cursor as CursorKind;
  const log = await openLog(transport, at, ROWS);
  if ('unready' in log) return log;
  if (kind === 'equal-times') {
    const why = await putIntoOneInstant(at.world?.database?.url, log.workspaceId);
    if (why !== undefined) return { unjudged: why };
  }
  const whole = await log.read();
  if (kind === 'unknown') return { kind, whole, pages: [await pageBehind(log, randomUUID())] };
  if (kind !== 'foreign') return { kind, whole, pages: await walk(log, idsIn(whole)) };
  const other = await openLog(transport, at, 1);
  if ('unready' in other) return other;
  const theirs = await other.read();
  const [cursor] = idsIn(theirs) ?? [];
  if (cursor === undefined)
    return { unready: theirs, expected: 'the log of the other workspace shows its row' };
  return { kind, whole, pages: [await pageBehind(log, cursor)] };
}

/** Behind the oldest row all at once, then from each row to the next, one at a time. */
async function walk(log: Log, newestFirst: readonly string[] = []): Promise<readonly Page[]> {
  const oldestFirst = newestFirst.toReversed();
  const [oldest] = oldestFirst;
  if (oldest === undefined) return [];
  const pages: Page[] = [await pageBehind(log, oldest)];
  for (const cursor of oldestFirst) pages.push(await pageBehind(log, cursor, 1));
  return pages;
}

async function pageBehind(log: Log, cursor: string, limit?: number): Promise<Page> {
  return { cursor, exchange: await log.read(cursor, limit) };
}
