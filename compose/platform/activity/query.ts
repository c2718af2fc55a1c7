import { seam } from '../../seam.ts';
import type { Value } from '../store/database.ts';
import type { Filter } from './filter.ts';

export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

const COLUMNS = `a.id, a.workspace_id, a.activity_type, a.source_id, a.target_id, a.method, a.summary, a.request_body,
  a.response_body, a.tool_trace, a.duration_ms, a.status, a.error_detail, a.created_at`;
const PEER = `, p.name AS peer_name, p.role AS peer_role, p.id AS peer`;
const PEER_JOIN = ` LEFT JOIN workspaces p ON p.id = a.source_id`;

/**
 * The statement for one page of the log (C.1): after a cursor oldest first and strictly behind it, the sequence number
 * deciding between rows of one microsecond; without a cursor newest first. All conditions apply together.
 */
export const cursorQuery = seam('platform.cursorQuery', pageStatement);

function pageStatement(filter: Filter, withPeer: boolean): Statement {
  const values: Value[] = [];
  const at = (value: Value) => `$${values.push(value)}`;
  const conditions = [`a.workspace_id = ${at(filter.workspaceId)}::uuid`];
  if (filter.type) conditions.push(`a.activity_type = ${at(filter.type)}`);
  if (filter.source) conditions.push(`a.source_id IS ${filter.source === 'canvas' ? '' : 'NOT '}NULL`);
  if (filter.sinceSeconds !== undefined) {
    conditions.push(`a.created_at >= clock_timestamp() - make_interval(secs => ${at(filter.sinceSeconds)})`);
  }
  if (filter.cursor) {
    const { createdAt, seq } = filter.cursor;
    conditions.push(`(a.created_at, a.seq) > (${at(createdAt)}::timestamptz, ${at(seq)}::bigint)`);
  }
  if (filter.peerId) conditions.push(`${at(filter.peerId)}::uuid IN (a.source_id, a.target_id)`);
  if (filter.beforeTs) conditions.push(`a.created_at < ${at(filter.beforeTs)}::timestamptz`);
  const direction = filter.cursor ? 'ASC' : 'DESC';
  const sql = `SELECT ${COLUMNS}${withPeer ? PEER : ''} FROM activity_logs a${withPeer ? PEER_JOIN : ''}
    WHERE ${conditions.join(' AND ')}
    ORDER BY a.created_at ${direction}, a.seq ${direction} LIMIT ${at(filter.limit)}`;
  return { sql, values };
}
