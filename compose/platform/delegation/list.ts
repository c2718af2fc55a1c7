import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { type Outcome, refuse } from '../http/reply.ts';
import { isObject, type Json, type JsonObject, parseJson } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';

const MAX_ROWS = 50;
const PREVIEW_CHARACTERS = 300;

/** `GET /workspaces/:id/delegations` (C.5): the newest rows of tasks and of their results. */
export const listDelegations = seam('platform.listDelegations', list);

async function list(platform: Platform, workspaceId: string): Promise<Outcome> {
  try {
    const rows = await platform.database.query<Entry>('delegation-list', NEWEST, [workspaceId]);
    return { status: 200, body: rows.map(entryOf) };
  } catch (error) {
    platform.log.error({ workspaceId, reason: messageOf(error) }, 'delegations could not be read');
    if (platform.rules.hidesFailedDelegationList) return { status: 200, body: [] };
    return refuse(500, 'query failed');
  }
}

interface Entry extends Row {
  readonly id: string;
  readonly activity_type: string;
  readonly source_id: string | null;
  readonly target_id: string | null;
  readonly summary: string | null;
  readonly status: string;
  readonly error_detail: string | null;
  readonly request_body: string | null;
  readonly response_body: string | null;
  readonly created_at: string;
}

const NEWEST = `
  SELECT id, activity_type, source_id, target_id, summary, status, error_detail, request_body, response_body, created_at
    FROM activity_logs WHERE workspace_id = $1 AND method IN ('delegate', 'delegate_result')
   ORDER BY created_at DESC, seq DESC LIMIT ${MAX_ROWS}`;

function entryOf(row: Entry): JsonObject {
  const response = membersOf(row.response_body);
  const shown = typeof response.text === 'string' ? response.text : (row.response_body ?? '');
  return {
    id: row.id,
    type: row.activity_type,
    source_id: row.source_id ?? '',
    target_id: row.target_id ?? '',
    summary: row.summary ?? '',
    status: row.status,
    created_at: row.created_at,
    delegation_id: membersOf(row.request_body).delegation_id ?? response.delegation_id,
    error: row.error_detail ?? undefined,
    response_preview: shown === '' ? undefined : [...shown].slice(0, PREVIEW_CHARACTERS).join(''),
  };
}

function membersOf(document: string | null): Readonly<Record<string, Json | undefined>> {
  const value = document === null ? null : parseJson(Buffer.from(document));
  return isObject(value) ? value : {};
}
