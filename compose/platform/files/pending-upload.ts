import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Response } from 'undici';
import { seam } from '../../seam.ts';
import { type Activity, insertActivity, tellActivity } from '../activity/write.ts';
import { messageOf } from '../background.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../http/reply.ts';
import { jsonText } from '../json-text.ts';
import type { Platform } from '../platform.ts';
import type { Holder } from './destination.ts';
import { safeFileName } from './file-name.ts';
import { uploadCapBytes } from './limits.ts';

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly content: Buffer;
}

/** Keeps the files of an upload until their workspace, which polls, fetches them (G.1): rows of all of them, or of none. */
export const keepUpload = seam('platform.keepUpload', keep);

async function keep(
  platform: Platform,
  holder: Holder,
  contentType: string,
  body: Readable,
): Promise<Outcome> {
  const files = await readFiles(platform, contentType, body);
  if (isRefusal(files)) return files;
  const activities = files.map((file) => activityOf(holder.id, file));
  try {
    await platform.database.transaction(async (queries) => {
      for (const { id, name, mimeType, content } of files)
        await queries.query('pending-insert', INSERT, [id, holder.id, name, mimeType, content]);
      for (const activity of activities) await insertActivity(platform, activity, queries);
    });
  } catch (error) {
    platform.log.error({ workspaceId: holder.id, reason: messageOf(error) }, 'upload could not be kept');
    return refuse(503, 'upload could not be kept for the polling workspace; retry');
  }
  for (const activity of activities) tellActivity(platform, activity);
  return { status: 200, body: { files: files.map((file) => manifestOf(holder.id, file)) } };
}

const INSERT =
  'INSERT INTO pending_uploads (id, workspace_id, name, mime_type, content) VALUES ($1, $2, $3, $4, $5)';

async function readFiles(
  platform: Platform,
  contentType: string,
  body: Readable,
): Promise<readonly Kept[] | Refusal> {
  const bytes = await buffer(body).catch(() => undefined);
  if (!bytes) {
    const max_bytes = uploadCapBytes(platform.rules);
    return refuse(413, 'request body too large', { max_bytes });
  }
  const form = await parseForm(bytes, contentType);
  if (!form) return refuse(400, 'malformed multipart body');
  const files = form.getAll('files').filter((entry) => typeof entry !== 'string');
  if (files.length === 0) return refuse(400, "expected at least one 'files' field");
  return Promise.all(
    files.map(async (file) => ({
      id: platform.newId(),
      name: safeFileName(file.name),
      mimeType: file.type || 'application/octet-stream',
      content: Buffer.from(await file.arrayBuffer()),
    })),
  );
}

async function parseForm(bytes: Buffer, contentType: string) {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return undefined;
  const headers = { 'content-type': contentType };
  return new Response(bytes, { headers }).formData().catch(() => undefined);
}

function manifestOf(workspaceId: string, { id, name, mimeType, content }: Kept) {
  return { uri: `platform-pending:${workspaceId}/${id}`, name, mimeType, size: content.length };
}

function activityOf(workspaceId: string, file: Kept): Activity {
  return {
    ...{ workspaceId, targetId: workspaceId, type: 'a2a_receive', method: 'chat_upload_receive' },
    summary: `chat_upload_receive: ${file.name}`,
    requestBody: jsonText({ ...manifestOf(workspaceId, file), file_id: file.id }),
    status: 'ok',
  };
}
