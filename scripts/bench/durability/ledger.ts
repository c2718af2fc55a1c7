import type { Message } from './plan.ts';

/** A message that was sent, and what its sender was told. */
export interface Posted extends Message {
  readonly round: number;
  readonly workspaceId: string;
  /** Its row is there (200), or it waits in the queue (202); absent when there was no such reply. */
  readonly acknowledged?: 'stored' | 'queued';
  /** Whether that promises a row: a failing insert does not fail the sender of a push or a notice. */
  readonly promised: boolean;
}

/** Something that is kept of a message: its row of the log, or its place in the queue. */
export interface Kept {
  readonly workspaceId: string;
  readonly place: 'log' | 'queue';
  readonly text: string;
}

/** What is not as the acknowledgements say. */
export interface Discrepancies {
  /** Acknowledged, and not there. */
  readonly lost: readonly Posted[];
  /** In the log more than once, acknowledged or not: each was sent once. */
  readonly duplicated: readonly Posted[];
  /** There, and not as it was sent. */
  readonly altered: readonly Posted[];
}

/** Holds what was acknowledged against what is kept. */
export function compare(posted: readonly Posted[], kept: readonly Kept[]): Discrepancies {
  const found = byMessage(kept);
  const of = (each: Posted, place: Kept['place']) =>
    (found.get(keyOf(each.workspaceId, each.id)) ?? []).filter((one) => one.place === place);
  const isThere = (each: Posted) =>
    of(each, 'log').length > 0 || (each.acknowledged === 'queued' && of(each, 'queue').length > 0);
  return {
    lost: posted.filter((each) => each.acknowledged && each.promised && !isThere(each)),
    duplicated: posted.filter((each) => of(each, 'log').length > 1),
    altered: posted.filter((each) => of(each, 'log').some(({ text }) => text !== each.text)),
  };
}

function byMessage(kept: readonly Kept[]): ReadonlyMap<string, readonly Kept[]> {
  const found = new Map<string, Kept[]>();
  for (const each of kept) {
    const key = keyOf(each.workspaceId, each.text.split(' ', 1)[0] ?? '');
    found.set(key, [...(found.get(key) ?? []), each]);
  }
  return found;
}

function keyOf(workspaceId: string, id: string): string {
  return `${workspaceId} ${id}`;
}
