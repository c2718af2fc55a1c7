import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { isUuid } from '../http/parameters.ts';
import { type Answer, refusal } from '../http/reply.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import { sqlState } from '../store/database.ts';
import { InvalidField, integer, text } from '../workspaces/fields.ts';
import { type Activity, writeActivity } from './write.ts';

const TYPES = 'a2a_send, a2a_receive, task_update, agent_log, skill_promotion, memory_write, error';
const KNOWN: ReadonlySet<string> = new Set(TYPES.split(', '));
const FOREIGN_KEY_VIOLATION = '23503';

/** `POST /workspaces/:id/activity` (C.2): `logged` is said only when there is a row (careful rule). */
export const createActivity = seam('platform.createActivity', create);

async function create(
  platform: Platform,
  workspaceId: string,
  body: JsonObject | undefined,
): Promise<Answer> {
  const activity = readActivity(workspaceId, body);
  if (activity === undefined) return refusal(400, 'invalid request body');
  if (!KNOWN.has(activity.type)) return refusal(400, `invalid activity_type, must be one of: ${TYPES}`);
  if (activity.sourceId !== workspaceId) return refusal(403, 'source_id must match authenticated workspace');
  if (activity.targetId !== undefined && !isUuid(activity.targetId))
    return refusal(400, 'target_id must be a UUID');
  if (!isUuid(workspaceId)) return refusal(404, 'workspace not found');
  try {
    await writeActivity(platform, activity);
    return { status: 200, body: { status: 'logged' } };
  } catch (error) {
    if (sqlState(error) === FOREIGN_KEY_VIOLATION) return refusal(404, 'workspace not found');
    platform.log.error({ workspaceId, reason: messageOf(error) }, 'activity could not be written');
    return refusal(500, 'failed to log activity');
  }
}

function readActivity(workspaceId: string, body: JsonObject | undefined): Activity | undefined {
  try {
    return body && fromBody(workspaceId, body);
  } catch (error) {
    if (error instanceof InvalidField) return undefined;
    throw error;
  }
}

function fromBody(workspaceId: string, body: JsonObject): Activity | undefined {
  const type = text(body, 'activity_type');
  if (!type) return undefined;
  for (const key of ['request_body', 'response_body', 'metadata']) {
    if (body[key] !== undefined && body[key] !== null && !isObject(body[key])) throw new InvalidField(key);
  }
  return {
    workspaceId,
    type,
    sourceId: text(body, 'source_id') || workspaceId,
    targetId: text(body, 'target_id') || undefined,
    method: text(body, 'method'),
    summary: text(body, 'summary'),
    requestBody: documentText(body.request_body ?? body.metadata),
    responseBody: documentText(body.response_body),
    durationMs: integer(body, 'duration_ms'),
    status: text(body, 'status') || 'ok',
    errorDetail: text(body, 'error_detail'),
  };
}

function documentText(value: Json | undefined): string | undefined {
  return value === undefined || value === null ? undefined : jsonText(value);
}
