import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import { type Json, type JsonObject, verbatim } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Queries, Row } from '../store/database.ts';
import { attachmentsOf } from './attachments.ts';
import {
  type ActivityParameters,
  type CursorRow,
  checkParameters,
  type Filter,
  rowLimit,
  sinceSeconds,
} from './filter.ts';
import { cursorQuery } from './query.ts';

const MAX_ROWS = 500;

/** `GET /workspaces/:id/activity` (C.1); checks in the documented order. */
export const listActivity = seam('platform.listActivity', list);

async function list(
  platform: Platform,
  workspaceId: string,
  parameters: ActivityParameters,
): Promise<Outcome> {
  const seconds = sinceSeconds(parameters.since_secs);
  if (isRefusal(seconds)) return seconds;
  try {
    return await platform.database.transaction((queries) =>
      page(platform, queries, workspaceId, parameters, seconds),
    );
  } catch (error) {
    platform.log.error({ workspaceId, reason: messageOf(error) }, 'activity could not be read');
    return refuse(500, 'query failed');
  }
}

async function page(
  platform: Platform,
  queries: Queries,
  workspaceId: string,
  parameters: ActivityParameters,
  seconds: number | undefined,
): Promise<Outcome> {
  await excludeWriters(queries, workspaceId);
  const cursor = await readCursor(queries, workspaceId, parameters.since_id);
  if (isRefusal(cursor)) return cursor;
  const refused = checkParameters(parameters, platform.rules);
  if (refused) return refused;
  const { readsPeerParameters } = platform.rules;
  const withPeer = readsPeerParameters && (parameters.include ?? '').split(',').includes('peer_info');
  const statement = cursorQuery(
    filterOf(workspaceId, parameters, seconds, cursor, readsPeerParameters),
    withPeer,
  );
  const rows = await queries.query('', statement.sql, statement.values);
  return { status: 200, body: rows.map((row) => activityRow(row, withPeer ? parameters.base : undefined)) };
}

/** Waits for rows being written, so that none appears later behind a cursor handed out now (see `insertActivity`). */
async function excludeWriters(queries: Queries, workspaceId: string): Promise<void> {
  const key = workspaceId.toLowerCase();
  await queries.query('activity-lock', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
}

async function readCursor(
  queries: Queries,
  workspaceId: string,
  sinceId: string | undefined,
): Promise<CursorRow | Refusal | undefined> {
  if (!sinceId) return undefined;
  let row: CursorRow | undefined;
  try {
    row = await findCursor(queries, workspaceId, sinceId);
  } catch {
    return refuse(500, 'cursor lookup failed');
  }
  return row ?? refuse(410, GONE);
}

const GONE =
  'since_id cursor not found (row may have been pruned or belongs to a different workspace); omit since_id to reset';

/** The cursor's place in the log, undefined unless the row belongs to this workspace. */
export const findCursor = seam('platform.findCursor', selectCursor);

async function selectCursor(
  queries: Queries,
  workspaceId: string,
  sinceId: string,
): Promise<CursorRow | undefined> {
  const rows = await queries.query<Row & { created_at: string; seq: number }>(
    'activity-cursor',
    'SELECT created_at, seq FROM activity_logs WHERE id = $1 AND workspace_id = $2',
    [sinceId, workspaceId],
  );
  const row = rows[0];
  return row && { createdAt: row.created_at, seq: row.seq };
}

function filterOf(
  workspaceId: string,
  parameters: ActivityParameters,
  seconds: number | undefined,
  cursor: CursorRow | undefined,
  readsPeer: boolean,
): Filter {
  return {
    workspaceId,
    type: parameters.type || undefined,
    source: (parameters.source || undefined) as Filter['source'],
    sinceSeconds: seconds,
    cursor,
    peerId: readsPeer ? parameters.peer_id || undefined : undefined,
    beforeTs: readsPeer ? parameters.before_ts || undefined : undefined,
    limit: rowLimit(parameters.limit, MAX_ROWS),
  };
}

const DOCUMENTS = ['request_body', 'response_body', 'tool_trace'] as const;

/** `base` where the peer is to be shown. */
function activityRow(row: Row, base: string | undefined): JsonObject {
  const { peer_name, peer_role, peer, ...columns } = row as Record<string, Json>;
  const documents = Object.fromEntries(
    DOCUMENTS.map((key) => [key, typeof columns[key] === 'string' ? verbatim(columns[key]) : undefined]),
  );
  const plain = { ...columns, ...documents };
  if (base === undefined) return plain;
  const cardUrl = peer ? `${base}/registry/discover/${peer}` : undefined;
  const attachments = attachmentsOf(columns.request_body);
  return {
    ...plain,
    peer_name: peer_name ?? undefined,
    peer_role: peer_role ?? undefined,
    agent_card_url: cardUrl,
    attachments: attachments.length > 0 ? attachments : undefined,
  };
}
