import { seam } from '../../seam.ts';
import type { Clock } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Queries } from '../store/database.ts';

export interface PlatformEvent {
  readonly event: string;
  readonly workspaceId: string;
  readonly payload: JsonObject;
  /** Milliseconds since the epoch. */
  readonly atMs: number;
}
export type Listener = (event: PlatformEvent) => void;

/** Hands events to the sockets and streams that listen now; what nobody hears is gone (C.4). */
export interface Broadcaster {
  /** WebSocket and SSE only. */
  emit(event: string, workspaceId: string, payload: JsonObject): void;
  /** Written to `structure_events` first, then like `emit`. Rejects when it cannot be written. */
  record(queries: Queries, event: string, workspaceId: string, payload: JsonObject): Promise<void>;
  /** Events of every workspace; returns how to stop listening. */
  onAny(listener: Listener): () => void;
  /** Events of one workspace; returns how to stop listening. */
  on(workspaceId: string, listener: Listener): () => void;
}

/** One broadcaster per service, stamped by its clock. */
export function createBroadcaster(clock: Clock): Broadcaster {
  const everywhere = new Set<Listener>();
  const byWorkspace = new Map<string, Set<Listener>>();
  const emit = (event: string, workspaceId: string, payload: JsonObject): void => {
    const happened = { event, workspaceId, payload, atMs: clock.nowMs() };
    for (const each of told(happened)) {
      for (const listener of byWorkspace.get(each.workspaceId) ?? []) listener(each);
      for (const listener of everywhere) listener(each);
    }
  };
  return {
    emit,
    async record(queries, event, workspaceId, payload) {
      await writeEvent(queries, event, workspaceId, payload);
      emit(event, workspaceId, payload);
    },
    onAny(listener) {
      everywhere.add(listener);
      return () => everywhere.delete(listener);
    },
    on: (workspaceId, listener) => listen(byWorkspace, workspaceId.toLowerCase(), listener),
  };
}

/** What is told of something that happened: that, and nothing else. */
export const told = seam('platform.told', (event: PlatformEvent): readonly PlatformEvent[] => [event]);

function listen(
  byWorkspace: Map<string, Set<Listener>>,
  workspaceId: string,
  listener: Listener,
): () => void {
  const listeners = byWorkspace.get(workspaceId) ?? new Set();
  byWorkspace.set(workspaceId, listeners.add(listener));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && byWorkspace.get(workspaceId) === listeners) byWorkspace.delete(workspaceId);
  };
}

async function writeEvent(
  queries: Queries,
  event: string,
  workspaceId: string,
  payload: JsonObject,
): Promise<void> {
  await queries.query(
    'event-record',
    'INSERT INTO structure_events (event_type, workspace_id, payload) VALUES ($1, $2, $3)',
    [event, workspaceId, jsonText(payload)],
  );
}

/** A WebSocket message of C.4. */
export function socketMessage(event: PlatformEvent): string {
  const timestamp = new Date(event.atMs).toISOString().replace(/\.?0*Z$/, 'Z');
  return jsonText({ event: event.event, workspace_id: event.workspaceId, timestamp, payload: event.payload });
}

/** An SSE frame of C.4. Line breaks of an agent's own JSON become spaces: one would end the frame's data. */
export function streamFrame(event: PlatformEvent): string {
  const data = jsonText({ type: event.event, timestamp: event.atMs, data: event.payload });
  return `data: ${data.replace(/[\r\n]/g, ' ')}\n\n`;
}
