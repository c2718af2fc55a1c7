import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { seam } from '../../seam.ts';
import { authorizeWorkspace } from '../auth/workspace-auth.ts';
import { isUuid, pathId } from '../http/parameters.ts';
import { type Refusal, refuse, send } from '../http/reply.ts';
import type { Platform } from '../platform.ts';
import { streamFrame } from './broadcaster.ts';

const MAX_BUFFERED_BYTES = 4_194_304;

/** Mounts `GET /workspaces/:id/events/stream` (C.4). */
export function registerEventStream(app: FastifyInstance, platform: Platform): void {
  app.get('/workspaces/:id/events/stream', async (request, reply) => {
    const refused = await authorizeWorkspace(platform, request, pathId(request));
    const missing = refused ?? (await checkStream(platform, pathId(request)));
    return missing ? send(reply, missing) : stream(platform, request, reply);
  });
}

/** Whether there is a workspace whose events a stream could tell. */
export const checkStream = seam('platform.checkStream', refuseStream);

async function refuseStream(platform: Platform, id: string): Promise<Refusal | undefined> {
  if (!isUuid(id)) return refuse(500, 'failed to verify workspace');
  const sql = `SELECT 1 FROM workspaces WHERE id = $1 AND status <> 'removed'`;
  const rows = await platform.database.query('sse-check', sql, [id]);
  return rows.length > 0 ? undefined : refuse(404, 'workspace not found');
}

/** A reader that falls behind loses events, it never slows the platform down. */
function stream(platform: Platform, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  if (raw.destroyed) return reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    connection: 'keep-alive',
  });
  raw.write(': ping\n\n');
  const forget = platform.broadcaster.on(pathId(request), (event) => {
    if (raw.writableLength < MAX_BUFFERED_BYTES) raw.write(streamFrame(event));
  });
  raw.on('close', forget);
  raw.on('error', () => raw.destroy());
  return reply;
}
