import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import { isObject, type Json, type JsonObject, numberOf } from '../json.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';
import { insertActivity } from './write.ts';

const PREVIEW_RUNES = 80;

interface Notice {
  readonly message: string;
  readonly attachments: readonly JsonObject[];
}

/** `POST /workspaces/:id/notify` (C.3): an event for those who look on, a row for those who come later. */
export const notify = seam('platform.notify', notifyUser);

async function notifyUser(
  platform: Platform,
  workspaceId: string,
  body: JsonObject | undefined,
): Promise<Outcome> {
  const notice = readNotice(body);
  if (isRefusal(notice)) return notice;
  const { notifyChecksId, hasAbilities } = platform.rules;
  if (notifyChecksId && !isUuid(workspaceId)) return refuse(500, 'internal error');
  const workspace = await find(platform, workspaceId);
  if (!workspace) return refuse(404, 'workspace not found');
  if (hasAbilities && !workspace.talk_to_user_enabled) {
    return refuse(403, 'talk_to_user_disabled', { hint: 'this workspace may not write to its user' });
  }
  await platform.background.start('notify row', () => insertActivity(platform, rowOf(workspaceId, notice)));
  const attachments = notice.attachments.length > 0 ? notice.attachments : undefined;
  const payload = { message: notice.message, workspace_id: workspaceId, name: workspace.name, attachments };
  platform.broadcaster.emit('AGENT_MESSAGE', workspaceId.toLowerCase(), payload);
  return { status: 200, body: { status: 'sent' } };
}

function readNotice(body: JsonObject | undefined): Notice | Refusal {
  const { message, attachments = [] } = body ?? {};
  const list = attachments === null ? [] : attachments;
  if (typeof message !== 'string' || message === '' || !Array.isArray(list) || !list.every(isAttachment))
    return refuse(400, 'message is required');
  const incomplete = list.findIndex(({ uri, name }) => !uri || !name);
  if (incomplete >= 0) return refuse(400, `attachment[${incomplete}]: uri and name are required`);
  return { message, attachments: list.map(knownMembers) };
}

function isAttachment(value: Json): value is JsonObject {
  if (!isObject(value)) return false;
  const { uri, name, mimeType, size } = value;
  const texts = [uri, name, mimeType].every((text) => text == null || typeof text === 'string');
  return texts && (size == null || numberOf(size) !== undefined);
}

/** Listeners get what the contract names and nothing else; null counts as absent. */
function knownMembers({ uri, name, mimeType, size }: JsonObject): JsonObject {
  return {
    uri: uri ?? undefined,
    name: name ?? undefined,
    mimeType: mimeType ?? undefined,
    size: size ?? undefined,
  };
}

async function find(platform: Platform, id: string) {
  if (!isUuid(id)) return undefined;
  const rows = await platform.database.query<Row & { name: string; talk_to_user_enabled: boolean }>(
    'notify-find',
    `SELECT name, talk_to_user_enabled FROM workspaces WHERE id = $1 AND status <> 'removed'`,
    [id],
  );
  return rows[0];
}

function rowOf(workspaceId: string, { message, attachments }: Notice) {
  const parts = attachments.map(({ uri, name, mimeType, size }) => {
    const bytes = numberOf(size);
    return {
      kind: 'file',
      file: { uri, name, mimeType, size: bytes !== undefined && bytes >= 0 ? size : undefined },
    };
  });
  const runes = [...message];
  const preview = runes.length > PREVIEW_RUNES ? `${runes.slice(0, PREVIEW_RUNES).join('')}…` : message;
  return {
    workspaceId,
    type: 'a2a_receive',
    method: 'notify',
    summary: `Agent message: ${preview}`,
    responseBody: jsonText({ result: message, parts: parts.length > 0 ? parts : undefined }),
    status: 'ok',
  };
}
