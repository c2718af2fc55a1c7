import { seam } from '../../seam.ts';
import { badTimestamp, isTimestamp, rowLimit } from '../activity/filter.ts';
import { messageOf } from '../background.ts';
import { isUuid } from '../http/parameters.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import { type Json, type JsonObject, parseJson } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Row, Value } from '../store/database.ts';
import { messagesOf } from './messages.ts';

const MAX_ROWS = 1000;

interface HistoryRow extends Row {
  readonly request_body: string | null;
  readonly response_body: string | null;
  readonly status: string;
  readonly error_detail: string | null;
  readonly created_at: string;
}

/** `GET /workspaces/:id/chat-history` (D, R3): oldest first, each row's user message before its answer. */
export const chatHistory = seam('platform.chatHistory', readHistory);

async function readHistory(
  platform: Platform,
  workspaceId: string,
  limitText: string | undefined,
  beforeTs: string | undefined,
): Promise<Outcome> {
  if (!isUuid(workspaceId)) return refuse(400, 'workspace id must be a UUID');
  if (beforeTs && !isTimestamp(beforeTs)) return badTimestamp();
  const limit = rowLimit(limitText, MAX_ROWS);
  try {
    const rows = await historyRows(platform, workspaceId, limit, beforeTs || undefined);
    const messages = [...rows].reverse().flatMap((row) => rowMessages(platform, row));
    return { status: 200, body: { messages, reached_end: rows.length < limit } };
  } catch (error) {
    platform.log.error({ workspaceId, reason: messageOf(error) }, 'chat history could not be read');
    return refuse(502, 'chat history unavailable');
  }
}

/** Newest rows first; only what a user said to the agent, or the agent to the user. A removed workspace has none. */
export const historyRows = seam('platform.historyRows', selectRows);

async function selectRows(
  platform: Platform,
  workspaceId: string,
  limit: number,
  beforeTs: string | undefined,
): Promise<readonly HistoryRow[]> {
  const values: Value[] = [workspaceId, limit, beforeTs ?? null];
  return platform.database.query<HistoryRow>(
    'chat-history',
    `SELECT request_body, response_body, status, error_detail, created_at FROM activity_logs
      WHERE workspace_id = $1 AND activity_type = 'a2a_receive' AND source_id IS NULL
        AND EXISTS (SELECT 1 FROM workspaces WHERE id = $1 AND status <> 'removed')
        AND ($3::timestamptz IS NULL OR created_at < $3::timestamptz)
      ORDER BY created_at DESC, seq DESC LIMIT $2`,
    values,
  );
}

function rowMessages(platform: Platform, row: HistoryRow): readonly JsonObject[] {
  const roundTrip = {
    request: document(row.request_body),
    response: document(row.response_body),
    status: row.status,
    errorDetail: row.error_detail,
  };
  return messagesOf(roundTrip).map(({ role, content, attachments }) => ({
    id: platform.newId(),
    role,
    content,
    attachments: attachments.length > 0 ? attachments : undefined,
    timestamp: row.created_at,
  }));
}

function document(text: string | null): Json | undefined {
  return text === null ? undefined : parseJson(Buffer.from(text));
}
