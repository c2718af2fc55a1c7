import { seam } from '../../seam.ts';
import { messageOf } from '../background.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import type { Json, JsonObject } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import { sqlState } from '../store/database.ts';
import { readFields } from '../workspaces/fields.ts';
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
): Promise<Outcome> {
  const activity = readActivity(workspaceId, body);
  if (isRefusal(activity)) return activity;
  if (!KNOWN.has(activity.type)) return refuse(400, `invalid activity_type, must be one of: ${TYPES}`);
  if (activity.sourceId !== workspaceId) return refuse(403, 'source_id must match authenticated workspace');
  if (activity.targetId !== undefined && !isUuid(activity.targetId))
    return refuse(400, 'target_id must be a UUID');
  if (!isUuid(workspaceId)) return refuse(404, 'workspace not found');
  try {
    await writeActivity(platform, activity);
    return { status: 200, body: { status: 'logged' } };
  } catch (error) {
    if (sqlState(error) === FOREIGN_KEY_VIOLATION) return refuse(404, 'workspace not found');
    platform.log.error({ workspaceId, reason: messageOf(error) }, 'activity could not be written');
    return refuse(500, 'failed to log activity');
  }
}

function readActivity(workspaceId: string, body: JsonObject = {}): Activity | Refusal {
  const { text, integer, sound } = readFields(body);
  const { request_body: request, response_body: response, metadata } = body;
  const activity = {
    workspaceId,
    type: text('activity_type') ?? '',
    sourceId: text('source_id') || workspaceId,
    targetId: text('target_id') || undefined,
    method: text('method') || undefined,
    summary: text('summary') || undefined,
    requestBody: documentText(request ?? metadata),
    responseBody: documentText(response),
    durationMs: integer('duration_ms'),
    status: text('status') || 'ok',
    errorDetail: text('error_detail') || undefined,
  };
  return sound() && activity.type !== '' ? activity : refuse(400, 'invalid request body');
}

function documentText(document: Json | undefined): string | undefined {
  return document === undefined || document === null ? undefined : jsonText(document);
}
