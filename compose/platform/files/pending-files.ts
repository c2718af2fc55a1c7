import type { FastifyReply } from 'fastify';
import { seam } from '../../seam.ts';
import { isUuid } from '../http/parameters.ts';
import { isRefusal, type Outcome, type Refusal, refuse, send } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import type { Row } from '../store/database.ts';

interface Pending extends Row {
  readonly name: string;
  readonly mime_type: string;
  readonly content: Buffer;
}

/** `GET /workspaces/:id/pending-uploads/:file_id/content` (G.1): a file that waits for its workspace. */
export async function sendPending(
  platform: Platform,
  workspaceId: string,
  fileId: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = await findPending(platform, workspaceId, fileId);
  if (isRefusal(file)) return send(reply, file);
  return reply
    .header('content-type', file.mime_type)
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .send(file.content);
}

/** A file that waits for this very workspace; of any other, and of one that was fetched, it is told nothing. */
export const findPending = seam('platform.findPendingUpload', waitingFile);

async function waitingFile(
  { database }: Platform,
  workspaceId: string,
  fileId: string,
): Promise<Pending | Refusal> {
  const refused = refuseIds(workspaceId, fileId);
  if (refused) return refused;
  const [file] = await database.query<Pending>(
    'pending-find',
    `SELECT name, mime_type, content FROM pending_uploads
      WHERE id = $1 AND workspace_id = $2 AND acked_at IS NULL`,
    [fileId, workspaceId],
  );
  return file ?? refuse(404, 'pending upload not found');
}

/** `POST /workspaces/:id/pending-uploads/:file_id/ack` (G.1): it was fetched; to say so twice is as good as once. */
export const ackPending = seam('platform.ackPendingUpload', ack);

async function ack({ database }: Platform, workspaceId: string, fileId: string): Promise<Outcome> {
  const refused = refuseIds(workspaceId, fileId);
  if (refused) return refused;
  const rows = await database.query(
    'pending-ack',
    `UPDATE pending_uploads SET acked_at = COALESCE(acked_at, clock_timestamp()), content = ''
      WHERE id = $1 AND workspace_id = $2 RETURNING id`,
    [fileId, workspaceId],
  );
  return rows.length > 0 ? { status: 200, body: { acked: true } } : refuse(404, 'pending upload not found');
}

function refuseIds(workspaceId: string, fileId: string): Refusal | undefined {
  if (!isUuid(workspaceId)) return refuse(400, 'invalid workspace ID');
  return isUuid(fileId) ? undefined : refuse(400, 'invalid file_id');
}
